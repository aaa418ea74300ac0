import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  accountIdSchema,
  divisionCodeSchema,
  grantIdSchema,
  operationIdSchema,
  organisationIdSchema,
  projectIdSchema,
} from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { permissions } from '../../kernel/permission.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { roleSchema } from './role-rules.ts'

export const grantSchema = z.object({
  id: grantIdSchema,
  role: roleSchema,
  projectId: projectIdSchema.optional(),
  communityCode: divisionCodeSchema.optional(),
  /** Whom a partner speaks for. */
  organisationId: organisationIdSchema.optional(),
})
export type Grant = z.infer<typeof grantSchema>

/** A password of at least 10 characters; long ones are welcome, rules about character classes are not made. */
const passwordSchema = z.string().min(10).max(200)
const accountNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{2,40}$/u)

const mineSchema = z.object({
  accountId: accountIdSchema,
  name: z.string(),
  displayName: z.string(),
  language: z.enum(['zh-CN', 'zh-Hant', 'en']),
  mustChangePassword: z.boolean(),
  seesNames: z.boolean(),
  grants: z.array(grantSchema),
  permissions: z.array(z.enum(permissions)),
  tenant: z.string(),
})
export type Mine = z.infer<typeof mineSchema>

export const signIn = endpoint({
  name: 'session.signIn',
  kind: 'write',
  summary: { zh: '登录', en: 'Sign in' },
  input: z.object({ tenant: z.string().max(40).optional(), name: z.string().trim().min(1).max(40), password: z.string().min(1).max(200) }),
  output: mineSchema,
  permission: 'open',
  trail: { writes: 'session.signIn' },
})

export const signOut = endpoint({
  name: 'session.signOut',
  kind: 'write',
  summary: { zh: '退出登录', en: 'Sign out' },
  input: z.object({}),
  output: z.object({}),
  permission: 'session.own',
  trail: { writes: 'session.signOut' },
})

export const mine = endpoint({
  name: 'session.mine',
  kind: 'read',
  summary: { zh: '我的账号与权限', en: 'My account and permissions' },
  input: z.object({}),
  output: mineSchema,
  permission: 'session.own',
  trail: { unwritten: 'Only the caller about themselves.' },
})

export const changePassword = endpoint({
  name: 'session.changePassword',
  kind: 'write',
  summary: { zh: '修改自己的密码', en: 'Change my password' },
  input: z.object({ current: z.string().min(1).max(200), next: passwordSchema }),
  output: z.object({}),
  permission: 'session.own',
  trail: { writes: 'session.changePassword' },
})

export const chooseLanguage = endpoint({
  name: 'session.chooseLanguage',
  kind: 'write',
  summary: { zh: '选择界面语言', en: 'Choose my language' },
  input: z.object({ language: z.enum(['zh-CN', 'zh-Hant', 'en']) }),
  output: z.object({}),
  permission: 'session.own',
  trail: { writes: 'session.chooseLanguage' },
})

const accountRowSchema = z.object({
  id: accountIdSchema,
  name: z.string(),
  displayName: z.string(),
  organisationId: organisationIdSchema.nullable(),
  state: z.enum(['active', 'disabled']),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime().nullable(),
  grants: z.array(grantSchema),
})
export type AccountRow = z.infer<typeof accountRowSchema>

export const listAccounts = endpoint({
  name: 'accounts.list',
  kind: 'read',
  summary: { zh: '账号列表', en: 'List accounts' },
  input: z.object({ ...pageSchema.shape, search: z.string().max(40).optional() }),
  output: pageOf(accountRowSchema),
  permission: 'accounts.manage',
  trail: { unwritten: 'Names of staff accounts, no details of persons served.' },
})

/** The same list for whoever gives permissions: administrators' duties are kept apart. */
export const listGrants = endpoint({
  name: 'grants.list',
  kind: 'read',
  summary: { zh: '账号与授权列表', en: 'List accounts with their grants' },
  input: z.object({ ...pageSchema.shape, search: z.string().max(40).optional() }),
  output: pageOf(accountRowSchema),
  permission: 'grants.manage',
  trail: { unwritten: 'Names of staff accounts, no details of persons served.' },
})

export const addAccount = endpoint({
  name: 'accounts.add',
  kind: 'write',
  summary: { zh: '新建账号', en: 'Add an account' },
  input: z.object({
    id: accountIdSchema,
    name: accountNameSchema,
    displayName: z.string().trim().min(1).max(40),
    password: passwordSchema,
    organisationId: organisationIdSchema.optional(),
  }),
  output: z.object({ id: accountIdSchema }),
  permission: 'accounts.manage',
  trail: { writes: 'accounts.add' },
})

export const changeAccount = endpoint({
  name: 'accounts.change',
  kind: 'write',
  summary: { zh: '修改账号：停用、启用、重设密码、改名', en: 'Change an account: disable, enable, reset its password, rename' },
  input: z.object({
    id: accountIdSchema,
    displayName: z.string().trim().min(1).max(40).optional(),
    state: z.enum(['active', 'disabled']).optional(),
    password: passwordSchema.optional(),
  }),
  output: z.object({}),
  permission: 'accounts.manage',
  trail: { writes: 'accounts.change' },
})

export const addGrant = endpoint({
  name: 'grants.add',
  kind: 'write',
  summary: { zh: '授予角色', en: 'Grant a role' },
  input: z.object({
    id: grantIdSchema,
    accountId: accountIdSchema,
    role: roleSchema,
    projectId: projectIdSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    organisationId: organisationIdSchema.optional(),
  }),
  output: z.object({}),
  permission: 'grants.manage',
  trail: { writes: 'grants.add' },
})

export const endGrant = endpoint({
  name: 'grants.end',
  kind: 'write',
  summary: { zh: '收回角色', en: 'End a grant' },
  input: z.object({ id: grantIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'grants.manage',
  trail: { writes: 'grants.end' },
})

const trailRowSchema = z.object({
  accountId: accountIdSchema.nullable(),
  lane: z.int(),
  seq: z.int(),
  at: z.iso.datetime(),
  account: z.string().nullable(),
  entry: z.string(),
  subject: z.string().nullable(),
  /** Whose account the subject is, where it is one. */
  subjectName: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.string(),
})
export type TrailRow = z.infer<typeof trailRowSchema>

export const listTrail = endpoint({
  name: 'trail.list',
  kind: 'read',
  summary: { zh: '操作痕迹', en: 'The trail' },
  input: z.object({
    ...pageSchema.shape,
    accountId: accountIdSchema.optional(),
    /** Any part of an account's name or display name. */
    accountName: z.string().trim().max(40).optional(),
    entry: z.string().max(80).optional(),
    subject: z.string().max(80).optional(),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
  }),
  output: pageOf(trailRowSchema),
  permission: 'trail.read',
  trail: { writes: 'trail.list' },
})

export const verifyTrail = endpoint({
  name: 'trail.verify',
  kind: 'read',
  summary: { zh: '校验痕迹链', en: 'Verify the trail' },
  input: z.object({}),
  output: z.object({ entries: z.int(), lanes: z.int(), broken: z.object({ lane: z.int(), seq: z.int() }).nullable() }),
  permission: 'trail.read',
  trail: { writes: 'trail.verify' },
})

export const watchProgress = endpoint({
  name: 'operations.progress',
  kind: 'read',
  summary: { zh: '查看一项耗时操作的进度', en: 'How far a long operation has come' },
  input: z.object({ operationId: operationIdSchema }),
  output: z.object({ progress: z.object({ step: z.string(), done: z.number(), of: z.number() }).nullable() }),
  permission: 'session.own',
  trail: { unwritten: 'Counts of units done, for whoever knows the operation’s id.' },
})

export const stopOperation = endpoint({
  name: 'operations.stop',
  kind: 'write',
  summary: { zh: '停止一项耗时操作（什么都不写入）', en: 'Stop a long operation; nothing of it is written' },
  input: z.object({ operationId: operationIdSchema }),
  output: z.object({ stopped: z.boolean() }),
  permission: 'session.own',
  trail: { writes: 'operations.stop' },
})
