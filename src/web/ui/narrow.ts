import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 720px)')

const watch = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** Whether the screen is as narrow as a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches)
