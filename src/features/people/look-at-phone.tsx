import { useWords } from '../../web/language/language.tsx'
import { personWords } from './person-words.ts'
import { isOddPhone } from './phone-rules.ts'

/** For a form item: says once one leaves the field that this is no telephone number, and takes it all the same. */
export function useLookAtPhone() {
  const t = useWords()
  return {
    validateTrigger: 'onBlur',
    rules: [
      {
        warningOnly: true,
        validator: (_rule: unknown, value: unknown) =>
          typeof value === 'string' && isOddPhone(value) ? Promise.reject(new Error(t(personWords.oddPhone))) : Promise.resolve(),
      },
    ],
  }
}
