import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ReadEndpoint } from '../../kernel/endpoint.ts'
import { fetchFile } from './send.ts'

/** How long a picture that nobody looks at any more is kept in memory. It never lies on the disk. */
const keptFor = 10 * 60_000

/** A picture that an endpoint answers, as an address to show it by. Pictures do not change: it is asked for once. */
export function useFileAddress<I extends z.ZodType, O extends z.ZodType>(
  endpoint: ReadEndpoint<I, O>,
  input: z.input<I>,
  when = true,
): { readonly address: string | undefined; readonly failure: Error | null } {
  const { data, error } = useQuery({
    queryKey: [endpoint.name, input],
    queryFn: async ({ signal }) => toAddress((await fetchFile(endpoint, input, { signal })).content),
    enabled: when,
    staleTime: 'static',
    gcTime: keptFor,
  })
  return { address: data, failure: error }
}

const toAddress = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(new Error('The picture cannot be read.')))
    reader.readAsDataURL(content)
  })
