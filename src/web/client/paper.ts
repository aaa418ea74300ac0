import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ReadEndpoint } from '../../kernel/endpoint.ts'
import { fetchFile } from './send.ts'

/** A paper as the page that is printed, and how much of it was filled in from records. */
export type PaperPage = { readonly html: string; readonly prefilled: number; readonly blank: number }

const numberAt = (html: string, name: string): number => Number(new RegExp(`<html [^>]*data-${name}="(\\d+)"`).exec(html)?.[1] ?? 0)

/** Fetches a paper to be shown and printed. */
export function usePaper<I extends z.ZodType, O extends z.ZodType>(endpoint: ReadEndpoint<I, O>) {
  const { mutate, data, error } = useMutation<PaperPage, Error, z.input<I>>({
    mutationFn: async (input) => {
      const { content } = await fetchFile(endpoint, input)
      const html = await content.text()
      return { html, prefilled: numberAt(html, 'prefilled'), blank: numberAt(html, 'blank') }
    },
  })
  return { run: mutate, page: data, failure: error }
}
