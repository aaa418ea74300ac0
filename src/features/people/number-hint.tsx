import { birthOf, expand15, faultOf, normaliseNumber, sexOf } from '../../kernel/identity-number.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { sexWords } from './people-words.ts'
import { personWords } from './person-words.ts'

/** What a number says while it is typed: whose it could be, or what is wrong with it. */
export function NumberHint({ number }: { number: string }) {
  const t = useWords()
  const { day } = useFormats()
  const typed = normaliseNumber(number)
  if (typed.length < 15) return null
  const whole = typed.length === 15 ? (expand15(typed) ?? typed) : typed
  const fault = faultOf(whole)
  if (fault === 'length') return t(personWords.numberLength, { n: typed.length })
  if (fault !== undefined) return t(personWords.numberFault)
  const birth = birthOf(whole)
  return [t(sexWords[sexOf(whole)]), ...(birth === undefined ? [] : [day(birth)])].join(' · ')
}
