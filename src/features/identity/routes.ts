import { hash, verify } from '@node-rs/argon2'
import { permissions } from '../../kernel/permission.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { openRoute, route, type OpenCall } from '../../server/route.ts'
import * as accounts from './account-store.ts'
import { checkGrantPlace } from './grant-place-rules.ts'
import { passwordCost } from './password-rules.ts'
import { maySeeNames, reachOf } from './role-rules.ts'
import {
  addAccount,
  addGrant,
  changeAccount,
  changePassword,
  chooseLanguage,
  endGrant,
  listAccounts,
  listGrants,
  listTrail,
  mine,
  signIn,
  signOut,
  verifyTrail,
  stopOperation,
  watchProgress,
  type Mine,
} from './schema.ts'
import { addSession, endSession, endSessionsOf, findActor, type Actor } from './session-store.ts'
import * as trail from './trail-store.ts'
import { findTenantName } from './tenant-store.ts'

/** An argon2id hash in the PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password, passwordCost)

/** Verified when there is no such account, so that the answer takes as long. */
const nobodysHash = hashPassword('nobody has this password')

const wrong = no(
  'session.refused',
  { zh: '账号或密码不对。', en: 'The account or the password is not right.' },
  { sort: 'invalid', field: 'password', keepsChanges: true },
)
const locked = no(
  'session.locked',
  {
    zh: '连续五次没有登录成功，请十五分钟后再试，或请系统管理员重设密码。',
    en: 'Five tries failed. Wait fifteen minutes, or ask the system administrator for a new password.',
  },
  { sort: 'too-often', keepsChanges: true },
)

async function mineOf(tx: Tx, tenantId: TenantId, actor: Actor): Promise<Mine> {
  return {
    accountId: actor.accountId,
    name: actor.name,
    displayName: actor.displayName,
    language: actor.language,
    mustChangePassword: actor.mustChangePassword,
    seesNames: maySeeNames(actor.grants),
    grants: [...actor.grants],
    permissions: permissions.filter((permission) => permission !== 'open' && reachOf(actor.grants, permission) !== undefined),
    tenant: await findTenantName(tx, tenantId),
  }
}

async function enter(call: OpenCall<{ name: string; password: string }>): Promise<Verdict<Mine>> {
  const { tx, tenantId, input } = call
  await accounts.queueFor(tx, tenantId, input.name)
  if ((await accounts.countFailures(tx, tenantId, input.name)) >= accounts.failuresAllowed) return locked
  const account = await accounts.findAccountByName(tx, tenantId, input.name)
  if (account !== undefined) call.note({ subject: `account:${account.id}` })
  const fits = await verify(account?.passwordHash ?? (await nobodysHash), input.password)
  if (account === undefined || !fits || account.state !== 'active') {
    await accounts.addFailure(tx, tenantId, input.name)
    return wrong
  }
  await accounts.forgetFailures(tx, tenantId, input.name)
  const { token } = await addSession(tx, tenantId, account.id, call.device)
  const found = await findActor(tx, tenantId, token)
  if (found === undefined) throw new Error('A session just opened is not found.')
  call.startSession(`${tenantId}.${token}`)
  return yes(await mineOf(tx, tenantId, found.actor))
}

export const identityRoutes = [
  openRoute(signIn, enter),

  route(signOut, async ({ tx, tenantId, actor }) => {
    await endSession(tx, tenantId, actor.sessionId)
    return yes({})
  }),

  route(mine, async ({ tx, tenantId, actor }) => yes(await mineOf(tx, tenantId, actor))),

  route(changePassword, async ({ tx, tenantId, actor, input }) => {
    const current = await accounts.findPasswordHash(tx, tenantId, actor.accountId)
    if (current === undefined || !(await verify(current, input.current)))
      return no(
        'password.wrong',
        { zh: '现在的密码不对。', en: 'The current password is not right.' },
        { sort: 'invalid', field: 'current' },
      )
    if (input.next === input.current)
      return no(
        'password.same',
        { zh: '新密码与现在的相同，请换一个。', en: 'The new password is the same as the current one.' },
        { sort: 'invalid', field: 'next' },
      )
    await accounts.changeAccount(tx, tenantId, actor.accountId, { passwordHash: await hashPassword(input.next), mustChangePassword: false })
    await endSessionsOf(tx, tenantId, actor.accountId, actor.sessionId)
    return yes({})
  }),

  route(chooseLanguage, async ({ tx, tenantId, actor, input }) => {
    await accounts.changeAccount(tx, tenantId, actor.accountId, { language: input.language })
    return yes({})
  }),

  route(listAccounts, async ({ tx, tenantId, input }) =>
    yes(await accounts.listAccounts(tx, tenantId, { offset: input.offset, limit: input.limit, search: input.search ?? '' })),
  ),

  route(listGrants, async ({ tx, tenantId, input }) =>
    yes(await accounts.listAccounts(tx, tenantId, { offset: input.offset, limit: input.limit, search: input.search ?? '' })),
  ),

  route(addAccount, async ({ tx, tenantId, input, note }) => {
    if ((await accounts.findAccountByName(tx, tenantId, input.name)) !== undefined)
      return no(
        'account.taken',
        { zh: '已有同名账号，请换一个登录名。', en: 'There is an account of this name; choose another.' },
        { field: 'name' },
      )
    await accounts.addAccount(tx, tenantId, {
      id: input.id,
      name: input.name,
      displayName: input.displayName,
      passwordHash: await hashPassword(input.password),
      mustChangePassword: true,
      ...(input.organisationId === undefined ? {} : { organisationId: input.organisationId }),
    })
    note({ subject: `account:${input.id}` })
    return yes({ id: input.id })
  }),

  route(changeAccount, async ({ tx, tenantId, input, actor, note }) => {
    if (input.id === actor.accountId && input.state === 'disabled')
      return no('account.self', { zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' })
    const changed = await accounts.changeAccount(tx, tenantId, input.id, {
      ...(input.displayName === undefined ? {} : { displayName: input.displayName }),
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.password === undefined ? {} : { passwordHash: await hashPassword(input.password), mustChangePassword: true }),
    })
    if (!changed) return absent({ zh: '这个账号', en: 'account' })
    if (input.password !== undefined || input.state === 'disabled') await endSessionsOf(tx, tenantId, input.id)
    note({ subject: `account:${input.id}`, details: { fields: Object.keys(input).filter((key) => key !== 'id') } })
    return yes({})
  }),

  route(addGrant, async ({ tx, tenantId, input, actor, note }) => {
    if (input.accountId === actor.accountId)
      return no('grant.self', {
        zh: '不能给自己授权，请另一位安全管理员办理。',
        en: 'Nobody grants a role to themselves; another security administrator must.',
      })
    if (!(await accounts.isAccount(tx, tenantId, input.accountId))) return absent({ zh: '这个账号', en: 'account' })
    const isPlaced = checkGrantPlace(input)
    if (!isPlaced.ok) return isPlaced
    await accounts.addGrant(
      tx,
      tenantId,
      input.accountId,
      {
        id: input.id,
        role: input.role,
        ...(input.projectId === undefined ? {} : { projectId: input.projectId }),
        ...(input.communityCode === undefined ? {} : { communityCode: input.communityCode }),
        ...(input.organisationId === undefined ? {} : { organisationId: input.organisationId }),
      },
      actor.accountId,
    )
    note({
      subject: `account:${input.accountId}`,
      details: {
        role: input.role,
        project: input.projectId ?? null,
        community: input.communityCode ?? null,
        organisation: input.organisationId ?? null,
      },
    })
    return yes({})
  }),

  route(endGrant, async ({ tx, tenantId, input, note }) => {
    note({ subject: `grant:${input.id}`, reason: input.reason })
    return (await accounts.endGrant(tx, tenantId, input.id)) ? yes({}) : absent({ zh: '这项授权', en: 'grant' })
  }),

  route(listTrail, async ({ tx, tenantId, input }) => {
    const { offset, limit, accountId, accountName, entry, subject, from, to } = input
    return yes(
      await trail.listTrail(tx, tenantId, {
        offset,
        limit,
        ...(accountId === undefined ? {} : { accountId }),
        ...(accountName === undefined ? {} : { accountName }),
        ...(entry === undefined ? {} : { entry }),
        ...(subject === undefined ? {} : { subject }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      }),
    )
  }),

  route(watchProgress, ({ input, progressOf }) => Promise.resolve(yes({ progress: progressOf(input.operationId) ?? null }))),

  // Nobody knows an operation's id but whoever began it.
  route(stopOperation, ({ input, stopOperation: stop, note }) => {
    note({ subject: `operation:${input.operationId}` })
    return Promise.resolve(yes({ stopped: stop(input.operationId) }))
  }),

  route(verifyTrail, async ({ tx, tenantId }) => yes(await trail.verifyTrail(tx, tenantId))),
]
