import { Converter } from 'opencc-js/cn2t'

export const toTraditional: (text: string) => string = Converter({ from: 'cn', to: 'tw' })
