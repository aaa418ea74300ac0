import type { KeyboardEvent } from 'react'

/** For a long form: Enter in one of its fields, where it chooses a day or ends a word, does not send the whole. */
export const holdEnter = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

/** For a form in a dialog: Enter sends it from its last field alone, and only where a text is typed. */
export const holdEnterButLast = (event: KeyboardEvent<HTMLElement>): void => {
  const { target } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  const typed = [...event.currentTarget.querySelectorAll('input, textarea')].filter(isTyped)
  if (!isTyped(target) || typed.at(-1) !== target) event.preventDefault()
}

const isTyped = (field: Element): boolean =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement &&
    ['text', 'tel', 'number', 'password', 'search'].includes(field.type) &&
    field.role !== 'combobox' &&
    field.closest('.ant-picker') === null)
