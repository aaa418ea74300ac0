import type { Measure } from './measure-schema.ts'

const section = 'register'

export const registerMeasures = {
  register_rows: {
    version: 1,
    section,
    name: { zh: '花名册行数', en: 'Register rows' },
    unit: { zh: '行', en: 'rows' },
    rule: {
      zh: '老人花名册的登记行；同一人登记两行的计两行。',
      en: 'Rows of the elders’ register; somebody entered twice is two rows.',
    },
    over: 'register',
    counts: 'rows',
    part: 'elder',
  },
  register_persons: {
    version: 1,
    section,
    name: { zh: '在册老人数', en: 'Elders on the register' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '花名册上的老人，合并重复登记后同一人只计一次。',
      en: 'Elders on the register, each once after double entries are merged.',
    },
    over: 'register',
    counts: 'persons',
    part: 'elder',
  },
  register_households: {
    version: 1,
    section,
    name: { zh: '在册户数', en: 'Households on the register' },
    unit: { zh: '户', en: 'households' },
    rule: {
      zh: '在册老人现在所在的户；迁过社区的老人按后一次登记的户计。',
      en: 'Households that the registered elders live in now; somebody who moved counts where they registered last.',
    },
    over: 'register',
    counts: 'homes',
    part: 'elder',
  },
} as const satisfies Record<string, Measure>
