import type { TenantId, Tx } from './db.ts'

/** What a reader's browser asks for: an address below /public/:tenant, without a cookie, without a body. */
export type PublicAsked = {
  readonly tx: Tx
  readonly tenantId: TenantId
  readonly tenant: { readonly code: string; readonly name: string }
  /** The address without its query. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Scheme and host that the reader used. */
  readonly origin: string
}

export type PublicAnswer = {
  readonly status: 200 | 400 | 404 | 501
  readonly type:
    | 'text/html'
    | 'application/json'
    | 'application/problem+json'
    | 'application/x-ndjson'
    | 'text/csv'
    | 'application/atom+xml'
    | 'application/xml'
    | 'image/jpeg'
  readonly body: string | Buffer
  /** Offered as a file of this name. */
  readonly fileName?: string
}

/** A page that anybody may read. `path` follows /public/:tenant. */
export type PublicPage = { readonly path: string; answer(asked: PublicAsked): Promise<PublicAnswer> }

/** A form of a page that takes a text, pasted or in a file of at most a megabyte; undefined when it is none or too long. */
type PublicForm = { readonly path: string; answer(asked: PublicAsked, text: string | undefined): Promise<PublicAnswer> }

/** The public pages, and what they look like. */
export type PublicSite = {
  readonly pages: readonly PublicPage[]
  readonly forms: readonly PublicForm[]
  /** For an address that no page has. */
  readonly absent: PublicPage['answer']
  readonly css: string
  readonly js: string
}
