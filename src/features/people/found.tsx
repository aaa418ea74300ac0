import { searchOf } from './search-rules.ts'

/** A name with the characters that were searched for made visible. */
export function Found({ text, search }: { text: string; search: string }) {
  const wanted = searchOf(search)?.text ?? ''
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted)
  if (at < 0) return <b>{text}</b>
  return (
    <b>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </b>
  )
}
