import { z } from 'zod'
import { addToOutbox } from '../features/identity/outbox-store.ts'
import { addTrail, type Made } from '../features/identity/trail-store.ts'
import { inputHashOf, isCarriedOut } from '../features/identity/operation-store.ts'
import { openingOf, readOpening } from '../features/identity/opening-store.ts'
import { reachOf } from '../features/identity/role-rules.ts'
import { touchSession, type Actor, type Found } from '../features/identity/session-store.ts'
import { dayOfInstant } from '../kernel/day.ts'
import { eventOf } from '../kernel/event.ts'
import { nowhere } from '../kernel/reach.ts'
import { no, type No, type Verdict } from '../kernel/verdict.ts'
import type { Language } from '../kernel/words.ts'
import type { Database, TenantId, Tx } from './db.ts'
import { inputProblem, problemOf } from './problem.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Heavy } from './heavy.ts'
import { nothingOutgoing, type Outgoing } from './outgoing.ts'
import type { ProgressBoard } from './progress.ts'
import type { Call, Incoming, Route } from './route.ts'
import type { Sealer } from './seal.ts'

/** A request, freed of HTTP: what a browser, the command line or the import brings to an endpoint. */
export type Asked = {
  readonly input: unknown
  readonly credential: { readonly tenantId: TenantId; readonly token: string } | undefined
  /** The tenant of an open endpoint. */
  readonly tenantId: TenantId
  readonly operationId: string | undefined
  readonly language: Language
  readonly device: string
  readonly files: readonly Incoming[]
}

export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly repeated: boolean; readonly sessionToken?: string }
  | { readonly ok: false; readonly problem: Problem }

export type Services = {
  readonly database: Database
  readonly sealer: Sealer
  readonly board: ProgressBoard
  readonly clock: () => Date
  readonly outgoing?: Outgoing
  /** Carries out endpoints that take seconds; without it they are carried out here. */
  readonly heavy?: Heavy
}

/** Carries a refusal out of the transaction, so that what was written is undone. */
class Refused extends Error {
  readonly refusal: No
  constructor(refusal: No) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const notSignedIn = no(
  'session.absent',
  { zh: '登录已失效，请重新登录。您填写的内容会保留。', en: 'Your session has ended; please sign in again. What you filled in is kept.' },
  { sort: 'unknown-caller' },
)
const notPermitted = no(
  'permission.absent',
  {
    zh: '您的角色不能做这件事。如需要，请联系安全管理员授权。',
    en: 'Your role may not do this. Ask the security administrator if you need it.',
  },
  { sort: 'forbidden' },
)
const operationMissing = no(
  'operation.missing',
  { zh: '缺少操作编号，请刷新页面后重试。', en: 'The operation id is missing or not a UUID.' },
  { sort: 'invalid', field: 'Operation-Id' },
)
const operationTaken = no('operation.taken', {
  zh: '这个操作编号已用于另一项操作，请刷新页面后重试。',
  en: 'This operation id was used for something else.',
})
const mustChange = no('password.mustChange', { zh: '请先修改初始密码。', en: 'Please change the first password.' }, { sort: 'forbidden' })

/**
 * Parses, finds who asks, checks the permission, lets the handler load, decide and save, and writes the trail and the
 * operation's answer: all in one transaction. A repeated operation gets its first answer.
 */
export async function answer(route: Route, asked: Asked, services: Services, triesLeft = 3): Promise<Answer> {
  const { endpoint } = route
  const parsed = endpoint.input.safeParse(asked.input, { error: messages[asked.language === 'en' ? 'en' : 'zh'] })
  if (!parsed.success) return { ok: false, problem: inputProblem(parsed.error, asked.language) }
  if (endpoint.kind === 'write' && !route.open && !z.uuid().safeParse(asked.operationId).success)
    return { ok: false, problem: problemOf(operationMissing, asked.language) }
  const writes = endpoint.kind === 'write' || 'writes' in endpoint.trail
  const tenantId = route.open ? asked.tenantId : (asked.credential?.tenantId ?? asked.tenantId)
  const { read, write, moment } = services.database
  const run = !writes ? read : endpoint.kind === 'write' && endpoint.atOneMoment === true ? moment : write
  try {
    const opening =
      route.open || asked.credential === undefined ? undefined : openingOf(tenantId, asked.credential.token, asked.operationId)
    if (!route.open && opening === undefined) throw new Refused(notSignedIn)
    const { given, toTouch } = await run(
      tenantId,
      (tx, opened) => carryOut(tx, route, { ...asked, input: parsed.data }, tenantId, services, opened),
      opening,
    )
    // A read-only transaction cannot note that the session is alive.
    if (toTouch !== undefined) await services.database.write(tenantId, (tx) => touchSession(tx, tenantId, toTouch))
    return await completed(given, asked)
  } catch (error) {
    if (error instanceof Refused) {
      // What refuses it may be its own first try, which another request has just carried out: then its answer is found.
      const { operationId } = asked
      if (
        triesLeft > 0 &&
        operationId !== undefined &&
        writesOnce(route) &&
        error.refusal.sort === 'conflict' &&
        error.refusal !== operationTaken
      )
        if (await services.database.read(tenantId, (tx) => isCarriedOut(tx, tenantId, operationId)))
          return answer(route, asked, services, 0)
      return { ok: false, problem: problemOf(error.refusal, asked.language) }
    }
    // The same operation may have been carried out by another request since ours began: this time its answer is found.
    if (triesLeft > 0 && isCollision(error)) return answer(route, asked, services, triesLeft - 1)
    const refusal = refusalOf(error)
    if (refusal !== undefined) return { ok: false, problem: problemOf(refusal, asked.language) }
    throw error
  }
}

/** Makes what was left for after the transaction. */
async function completed(given: Answer, asked: Asked): Promise<Answer> {
  if (!given.ok || !isLater(given.value)) return given
  const made = await given.value.later()
  if (!made.ok) return refused(made, asked)
  const { later: _later, ...file } = given.value
  return { ...given, value: { ...file, bytes: made.value } }
}

const isLater = (value: unknown): value is { later: () => Promise<Verdict<Buffer>> } =>
  typeof value === 'object' && value !== null && 'later' in value && typeof value.later === 'function'

const writesOnce = (route: Route): boolean => route.endpoint.kind === 'write' && !route.open

type CarriedOut = { readonly given: Answer; readonly toTouch?: string }

async function carryOut(
  tx: Tx,
  route: Route,
  asked: Asked,
  tenantId: TenantId,
  services: Services,
  opened: readonly unknown[],
): Promise<CarriedOut> {
  const now = services.clock()
  const about: About = {}
  let sessionToken: string | undefined
  const call: Call<unknown> = {
    input: asked.input,
    tx,
    tenantId,
    now,
    today: dayOfInstant(now.toISOString()),
    language: asked.language,
    sealer: services.sealer,
    outgoing: services.outgoing ?? nothingOutgoing,
    files: asked.files,
    ...(asked.operationId === undefined ? {} : { operationId: asked.operationId }),
    progress: services.board.of(asked.operationId),
    progressOf: (id) => services.board.find(id),
    stopOperation: (id) => services.heavy?.stop(id) ?? false,
    note: (more) => Object.assign(about, more),
  }
  if (route.open) {
    const verdict = await route.runOpen({ ...call, device: asked.device, startSession: (token) => (sessionToken = token) })
    if (!verdict.ok && verdict.keepsChanges !== true) throw new Refused(verdict)
    await writeTrail(tx, route, verdict, call, about, undefined)
    return {
      given: verdict.ok
        ? { ok: true, value: verdict.value, repeated: false, ...(sessionToken === undefined ? {} : { sessionToken }) }
        : refused(verdict, asked),
    }
  }
  const { found, before, told } = readOpening(tenantId, opened)
  const { actor, stale } = permitted(found, route)
  const operation =
    route.endpoint.kind === 'write' && asked.operationId !== undefined
      ? {
          id: asked.operationId,
          accountId: actor.accountId,
          endpoint: route.endpoint.name,
          inputHash: inputHashOf(asked, services.sealer.fingerprint),
        }
      : undefined
  if (before !== undefined && operation !== undefined) {
    if (before.accountId !== actor.accountId || before.endpoint !== operation.endpoint || !before.inputHash.equals(operation.inputHash))
      throw new Refused(operationTaken)
    return { given: { ok: true, value: before.answer, repeated: true } }
  }
  const verdict = await route.run({ ...call, actor, reach: reachOf(actor.grants, route.endpoint.permission) ?? nowhere })
  if (!verdict.ok && verdict.keepsChanges !== true) throw new Refused(verdict)
  await writeTrail(
    tx,
    route,
    verdict,
    call,
    about,
    { actor, told },
    verdict.ok && operation !== undefined ? { ...operation, answer: verdict.value } : undefined,
  )
  return {
    given: verdict.ok ? { ok: true, value: verdict.value, repeated: false } : refused(verdict, asked),
    ...(stale ? { toTouch: actor.sessionId } : {}),
  }
}

type About = { subject?: string; reason?: string; details?: object }

const refused = (refusal: No, asked: Asked): Answer => ({ ok: false, problem: problemOf(refusal, asked.language) })

async function writeTrail(
  tx: Tx,
  route: Route,
  verdict: Verdict<unknown>,
  call: Call<unknown>,
  about: About,
  asking: { readonly actor: Actor; readonly told: readonly string[] } | undefined,
  made?: Made,
): Promise<void> {
  const { trail } = route.endpoint
  if (!('writes' in trail)) return
  const note = {
    at: call.now,
    entry: verdict.ok ? trail.writes : verdict.code,
    details: JSON.stringify(about.details ?? {}),
    ...(asking === undefined ? {} : { accountId: asking.actor.accountId }),
    ...(about.subject === undefined ? {} : { subject: about.subject }),
    ...(about.reason === undefined ? {} : { reason: about.reason }),
    ...(route.endpoint.kind === 'write' && call.operationId !== undefined ? { operationId: call.operationId } : {}),
  }
  await addTrail(tx, call.tenantId, note, made)
  const kind = verdict.ok ? eventOf(note.entry) : undefined
  // Most agencies tell nobody: what the transaction's opening found spares them a question at every act.
  if (kind !== undefined && asking?.told.includes(kind) !== false)
    await addToOutbox(tx, call.tenantId, { kind, at: call.now, ...(about.subject === undefined ? {} : { subject: about.subject }) })
}

/** What an account whose first password was given to it may still do. */
const beforeChange = new Set(['session.mine', 'session.changePassword', 'session.signOut', 'session.chooseLanguage'])

/** Whoever asks, when there is such a session and a role of theirs has the permission at all. */
function permitted(found: Found | undefined, route: Route): Found {
  if (found === undefined) throw new Refused(notSignedIn)
  const { permission, name } = route.endpoint
  if (permission !== 'session.own' && reachOf(found.actor.grants, permission) === undefined) throw new Refused(notPermitted)
  if (found.actor.mustChangePassword && !beforeChange.has(name)) throw new Refused(mustChange)
  return found
}

/** A unique key taken meanwhile, a serialisation failure, a deadlock. */
const collisionSchema = z.object({ code: z.enum(['23505', '40001', '40P01']) })

const isCollision = (error: unknown): boolean => collisionSchema.safeParse(error).success

const referenceAbsent = no(
  'reference.absent',
  {
    zh: '所填内容指向一条不存在的记录，请刷新后重新选择。',
    en: 'Something in the input points to a record that does not exist; reload and choose again.',
  },
  { sort: 'invalid' },
)
const idTaken = no('record.taken', { zh: '这条记录已经有了，请刷新后再看。', en: 'This record exists already; reload to see it.' })

/** What the database refuses because of the input: a reference to nothing (or to another tenant's record), an id used again. */
function refusalOf(error: unknown): No | undefined {
  const { data } = violationSchema.safeParse(error)
  if (data === undefined) return undefined
  return data.code === '23503' ? referenceAbsent : idTaken
}

const violationSchema = z.object({ code: z.enum(['23503', '23505']) })

const messages = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }
