/** What somebody typed, without the blanks around it; null where that is nothing. */
export const entered = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value.trim()
