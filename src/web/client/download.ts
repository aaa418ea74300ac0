import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ReadEndpoint } from '../../kernel/endpoint.ts'
import { fetchFile } from './send.ts'

export type Downloading<Input> = {
  run(input: Input, then?: { readonly onDone: () => void }): void
  readonly busy: boolean
  readonly failure: Error | null
  forget(): void
}

/** Fetches a file from an endpoint and hands it to the browser's downloads. */
export function useDownload<I extends z.ZodType, O extends z.ZodType>(endpoint: ReadEndpoint<I, O>): Downloading<z.input<I>> {
  const mutation = useMutation<void, Error, z.input<I>>({
    mutationFn: async (input) => {
      const file = await fetchFile(endpoint, input)
      const address = URL.createObjectURL(file.content)
      const link = document.createElement('a')
      link.href = address
      link.download = file.name
      link.click()
      // The browser reads the address after the click has returned.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
  })
  return {
    run: (input, then) => mutation.mutate(input, { onSuccess: () => then?.onDone() }),
    busy: mutation.isPending,
    failure: mutation.error,
    forget: () => mutation.reset(),
  }
}
