import { useSearchParams } from 'react-router'

/**
 * Conditions of a list that stand in its address, so that going back, reloading and handing the address on keep them.
 * A condition set to nothing leaves the address; any change begins at the first row again.
 */
export function useQueryState<K extends string>(keys: readonly K[]) {
  const [params, setParams] = useSearchParams()
  const entries = keys.map((key): [K, string] => [key, params.get(key) ?? ''])
  const offset = Number(params.get('offset') ?? '0')
  return {
    get: (key: K): string => entries.find(([name]) => name === key)?.[1] ?? '',
    isEmpty: entries.every(([, value]) => value === ''),
    offset: Number.isInteger(offset) && offset >= 0 ? offset : 0,
    set: (change: Partial<Record<K, string>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          for (const key of keys) {
            const value = change[key]
            if (value === '') next.delete(key)
            else if (value !== undefined) next.set(key, value)
          }
          next.delete('offset')
          return next
        },
        { replace: true },
      ),
    setOffset: (to: number) =>
      setParams((before) => {
        const next = new URLSearchParams(before)
        if (to === 0) next.delete('offset')
        else next.set('offset', String(to))
        return next
      }),
    clear: () => setParams(new URLSearchParams(), { replace: true }),
  }
}
