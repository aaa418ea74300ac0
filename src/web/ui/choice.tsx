import { Select } from 'antd'
import { useWords } from '../language/language.tsx'
import { uiWords } from './ui-words.ts'

/** One of several, or any of them. `value` and what is told are '' for any. */
export function Choice({
  id,
  value,
  options,
  onChange,
  any,
}: {
  id: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
  /** What stands for no choice. */
  any?: string
}) {
  const t = useWords()
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      {...(options.length > 8 ? { showSearch: { optionFilterProp: 'label' } } : {})}
      options={[{ value: '', label: any ?? t(uiWords.any) }, ...options]}
      popupMatchSelectWidth={false}
    />
  )
}
