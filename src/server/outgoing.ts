/** What the operator says of messages to other systems. */
export type Outgoing = {
  /** `host` or `host:port` that may be called though they are private, and without https. */
  readonly hosts: readonly string[]
  /** Scheme and host at which people open the office: links begin with it. */
  readonly origin?: string
}

export const nothingOutgoing: Outgoing = { hosts: [] }
