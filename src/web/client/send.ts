import type { z } from 'zod'
import { pathOf, type Endpoint } from '../../kernel/endpoint.ts'
import { problemSchema } from '../../kernel/problem.ts'
import { spokenLanguage } from '../language/spoken.ts'
import { OutOfDate, Refusal, Unreachable } from './failure.ts'
import { signedInAgain } from './sign-in-gate.ts'
import { upload } from './upload.ts'

export type Sending = {
  /** One for each thing a person means to do; the same again when it is tried again. Writes need one. */
  readonly operationId?: string
  readonly files?: readonly File[]
  /** Bytes of the files that have left, and how many there are. */
  readonly onSent?: (sent: number, of: number) => void
  readonly signal?: AbortSignal
  /** A caller who asks whether somebody is signed in wants the refusal itself and no dialog. */
  readonly evenSignedOut?: true
}

/** An answer as it came: not yet known to be one. */
export type Received = { readonly status: number; readonly type: string; readonly body: Blob; readonly fileName: string | undefined }

/**
 * Calls an endpoint. When the session has ended, the person signs in over the page and the same call is sent again.
 * @throws Refusal, Unreachable or OutOfDate.
 */
export async function send<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.input<I>,
  how: Sending = {},
): Promise<z.output<O>> {
  const received = await receive(endpoint, input, how)
  const read = endpoint.output.safeParse(await jsonOf(received))
  if (!read.success) throw new OutOfDate(`${endpoint.name}: ${read.error.message}`)
  return read.data
}

/** Calls an endpoint that answers with a file. @throws as `send`. */
export async function fetchFile<I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.input<I>,
  how: Sending = {},
): Promise<{ readonly name: string; readonly content: Blob }> {
  const received = await receive(endpoint, input, how)
  return { name: received.fileName ?? endpoint.name, content: received.body }
}

async function receive(endpoint: Endpoint, input: unknown, how: Sending): Promise<Received> {
  for (;;) {
    const received = how.files === undefined ? await post(endpoint, input, how) : await upload(headersFor(how), endpoint, input, how)
    if (received.status === 200) return received
    const problem = received.type.includes('problem+json') ? problemSchema.safeParse(await jsonOf(received)) : undefined
    if (problem?.success !== true) throw new Unreachable(`${endpoint.name}: status ${received.status}`)
    if (problem.data.status !== 401 || how.evenSignedOut === true) throw new Refusal(problem.data)
    await signedInAgain()
  }
}

const headersFor = (how: Sending): Record<string, string> => ({
  'accept-language': spokenLanguage(),
  ...(how.operationId === undefined ? {} : { 'operation-id': how.operationId }),
})

async function post(endpoint: Endpoint, input: unknown, how: Sending): Promise<Received> {
  try {
    const response = await fetch(pathOf(endpoint.name), {
      method: 'POST',
      headers: { ...headersFor(how), 'content-type': 'application/json' },
      body: JSON.stringify(input),
      ...(how.signal === undefined ? {} : { signal: how.signal }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.blob(),
      fileName: fileNameOf(response.headers.get('content-disposition')),
    }
  } catch (error) {
    if (how.signal?.aborted === true) throw error
    throw new Unreachable(endpoint.name, { cause: error })
  }
}

/** The name in `attachment; filename*=UTF-8''…`. */
function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded === undefined ? undefined : decodeURIComponent(encoded)
}

async function jsonOf(received: Received): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await received.body.text())
    return value
  } catch (error) {
    throw new Unreachable('An answer that is not JSON.', { cause: error })
  }
}
