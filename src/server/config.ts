import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Outgoing } from './outgoing.ts'

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** The owner of the schema: migrations run as this role. Without it an embedded PostgreSQL is started. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The role that the server works as; it must own nothing. Made and given a password when absent. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The role that the public pages are read by. Made and given a password when absent. */
  DATABASE_PORTAL_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** 32 bytes in base64 that seal identity numbers. A key file is made when absent. */
  NUANYANG_KEY: z.string().optional(),
  NUANYANG_DATA: z.string().default('.data'),
  /** Where people open the office, such as https://nuanyang.example: links in messages begin with it. */
  NUANYANG_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  /** Hosts, with commas between, that messages may be sent to though they are private or without https. */
  NUANYANG_WEBHOOK_HOSTS: z.string().default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly databaseUrl?: string
  readonly appUrl?: string
  readonly portalUrl?: string
  readonly key?: string
  readonly dataFolder: string
  readonly outgoing: Outgoing
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Settings from the environment. @throws Error that names the variable and what it should be. */
export function configFrom(env: Record<string, string | undefined>): Config {
  const read = environment.safeParse(env)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const e = read.data
  return {
    production: e.NODE_ENV === 'production',
    port: e.PORT,
    host: e.HOST,
    ...(e.DATABASE_URL === undefined ? {} : { databaseUrl: e.DATABASE_URL }),
    ...(e.DATABASE_APP_URL === undefined ? {} : { appUrl: e.DATABASE_APP_URL }),
    ...(e.DATABASE_PORTAL_URL === undefined ? {} : { portalUrl: e.DATABASE_PORTAL_URL }),
    ...(e.NUANYANG_KEY === undefined ? {} : { key: e.NUANYANG_KEY }),
    dataFolder: resolve(e.NUANYANG_DATA),
    outgoing: {
      hosts: e.NUANYANG_WEBHOOK_HOSTS.split(',').flatMap((host) => (host.trim() === '' ? [] : [host.trim().toLowerCase()])),
      ...(e.NUANYANG_ADDRESS === undefined ? {} : { origin: new URL(e.NUANYANG_ADDRESS).origin }),
    },
    logLevel: e.LOG_LEVEL,
  }
}

/** The folder for data, made when absent and closed to others. */
export function openDataFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
