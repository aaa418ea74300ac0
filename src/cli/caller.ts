import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { accountIdSchema } from '../kernel/ids.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import type { Problem } from '../kernel/problem.ts'
import { addSession, endSession } from '../features/identity/session-store.ts'
import { answer, type Asked } from '../server/answer.ts'
import { findRoute } from '../server/find-route.ts'
import type { House } from '../server/main.ts'
import type { Incoming } from '../server/route.ts'

/** A refusal on its way to the terminal. */
class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super([problem.detail, ...(problem.errors ?? []).map((error) => `  ${error.field}: ${error.message}`)].join('\n'))
    this.problem = problem
  }
}

/** Somebody at the terminal who calls endpoints by the same one way in as the browser, under an account, in the trail. */
export type TerminalCaller = {
  ask<I extends z.ZodType, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input: z.input<I>,
    more?: { files?: readonly Incoming[]; operationId?: string },
  ): Promise<z.output<O>>
  /** The bytes of an endpoint that answers a file. */
  fetch<I extends z.ZodType, O extends z.ZodType>(endpoint: Endpoint<I, O>, input: z.input<I>): Promise<unknown>
  end(): Promise<void>
}

/** Opens a session for an account by its name. @throws Error when there is no such active account. */
export async function callerAs(
  house: House,
  tenantId: number,
  name: string,
  language: Asked['language'] = 'zh-CN',
): Promise<TerminalCaller> {
  const { database } = house.services
  const opened = await database.write(tenantId, async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select(['id', 'state'])
      .where('tenant_id', '=', tenantId)
      .where('name', '=', name)
      .executeTakeFirst()
    if (account === undefined || account.state !== 'active') throw new Error(`There is no active account “${name}”. Name one with --as.`)
    return addSession(tx, tenantId, accountIdSchema.parse(account.id), 'command line')
  })
  const call = async (endpoint: Endpoint, input: unknown, files: readonly Incoming[], operationId: string): Promise<unknown> => {
    const asked: Asked = {
      input,
      credential: { tenantId, token: opened.token },
      tenantId,
      operationId,
      language,
      device: 'command line',
      files,
    }
    const isHeavy = endpoint.kind === 'write' && endpoint.heavy !== undefined
    const given = isHeavy
      ? await house.services.heavy(endpoint, asked)
      : await answer(await findRoute(endpoint.name), asked, house.services)
    if (!given.ok) throw new Refusal(given.problem)
    return given.value
  }
  return {
    ask: async (endpoint, input, more = {}) =>
      endpoint.output.parse(await call(endpoint, input, more.files ?? [], more.operationId ?? v7())),
    fetch: (endpoint, input) => call(endpoint, input, [], v7()),
    end: () => database.write(tenantId, (tx) => endSession(tx, tenantId, opened.id)),
  }
}

/** A password that a person can type: four groups of letters and digits that are not taken for one another. */
export function easyPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const picked = [...randomBytes(16)].map((byte) => letters[byte % letters.length])
  return picked.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}
