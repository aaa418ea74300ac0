import { pathOf, type Endpoint } from '../../kernel/endpoint.ts'
import { Unreachable } from './failure.ts'
import type { Received, Sending } from './send.ts'

/** Sends files beside the input. XMLHttpRequest alone tells how many bytes have really left; fetch does not. */
export function upload(headers: Record<string, string>, endpoint: Endpoint, input: unknown, how: Sending): Promise<Received> {
  const form = new FormData()
  form.set('input', JSON.stringify(input))
  for (const file of how.files ?? []) form.append('files', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const lost = () => reject(new Unreachable(endpoint.name))
    request.open('POST', pathOf(endpoint.name))
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'blob'
    request.upload.addEventListener('progress', (event) => how.onSent?.(event.loaded, event.total))
    request.addEventListener('error', lost)
    request.addEventListener('timeout', lost)
    request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')))
    request.addEventListener('load', () => {
      const body: unknown = request.response
      if (!(body instanceof Blob)) return lost()
      resolve({ status: request.status, type: request.getResponseHeader('content-type') ?? '', body, fileName: undefined })
    })
    how.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
