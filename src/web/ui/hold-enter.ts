import type { KeyboardEvent } from 'react'

/** For a long form: Enter in one of its fields, where it chooses a day or ends a word, does not send the whole. */
export const holdEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
