import { useDeferredValue, useState } from 'react'

/** Where in a list one is and what is searched for. Another search starts at the first row. */
export function useListing(limit = 50) {
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const settled = useDeferredValue(search)
  return {
    search,
    offset,
    limit,
    setOffset,
    setSearch: (next: string) => {
      setSearch(next)
      setOffset(0)
    },
    input: { offset, limit, ...(settled.trim() === '' ? {} : { search: settled.trim() }) },
  }
}
