import { Client } from 'pg'
import type { Services } from './answer.ts'
import { nothingOutgoing, type Outgoing } from './outgoing.ts'
import type { Logger } from './log.ts'

/** What a job works with. It asks `stopping` between its steps, and is waited for when the server closes. */
export type JobCall = Pick<Services, 'database' | 'sealer' | 'clock'> & {
  readonly stopping: AbortSignal
  readonly outgoing: Outgoing
}

/** Work that nobody asks for: done when so many seconds have gone by, and at once when its channel says something. */
export type Job = {
  readonly name: string
  readonly everySeconds: number
  /** Of PostgreSQL's notifications: what is said there is `told`; nothing was told when the time has come. */
  readonly channel?: string
  run(call: JobCall, told: readonly string[]): Promise<void>
}

/** Jobs at work in this process. */
export type Jobs = { stop(): Promise<void> }

/** Starts the jobs: each alone, one run after the other. A run that fails is logged, and done again when its time comes. */
export function startJobs(jobs: readonly Job[], services: Services, appUrl: string, log: Logger): Jobs {
  const stopping = new AbortController()
  const { signal } = stopping
  const call: JobCall = { ...services, outgoing: services.outgoing ?? nothingOutgoing, stopping: signal }
  const bells = jobs.map((job) => ({ job, bell: bellOf() }))
  const ear = listen(
    bells.flatMap(({ job, bell }) => (job.channel === undefined ? [] : [{ channel: job.channel, ring: bell.ring }])),
    appUrl,
    signal,
    log,
  )
  const running = bells.map(async ({ job, bell }) => {
    signal.addEventListener('abort', () => bell.ring())
    while (!signal.aborted) {
      const told = bell.heard()
      try {
        await job.run(call, told)
      } catch (error) {
        log.error({ err: error, job: job.name }, 'a job failed')
      }
      if (!signal.aborted) await bell.wait(job.everySeconds * 1000)
    }
  })
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all([...running, ear])
    },
  }
}

/** Waits for a time or to be rung, and keeps what was said meanwhile. */
function bellOf() {
  let said: string[] = []
  let isRung = false
  let wake: (() => void) | undefined
  return {
    ring: (word?: string) => {
      if (word !== undefined) said.push(word)
      isRung = true
      wake?.()
    },
    heard: (): readonly string[] => {
      const all = [...new Set(said)]
      said = []
      isRung = false
      return all
    },
    wait: async (ms: number) => {
      if (isRung) return
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms)
        wake = () => {
          clearTimeout(timer)
          done()
        }
      })
      wake = undefined
    },
  }
}

/** Seconds until a lost connection is made again. What is said meanwhile is found when a job's time comes. */
const again = 10

type Ear = { readonly channel: string; ring(word: string): void }

/** Hears notifications until it is stopped. */
async function listen(ears: readonly Ear[], appUrl: string, signal: AbortSignal, log: Logger): Promise<void> {
  if (ears.length === 0) return
  while (!signal.aborted) {
    const client = new Client({ connectionString: appUrl })
    const lost = new Promise<void>((done) => {
      client.on('error', () => done())
      client.on('end', () => done())
      signal.addEventListener('abort', () => done(), { once: true })
    })
    try {
      await client.connect()
      client.on('notification', ({ channel, payload }) => {
        for (const ear of ears) if (ear.channel === channel) ear.ring(payload ?? '')
      })
      for (const { channel } of ears) await client.query(`listen ${channel}`)
      await lost
    } catch (error) {
      log.warn({ err: error }, 'notifications are not heard')
    }
    await client.end().catch(() => undefined)
    if (!signal.aborted)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, again * 1000)
        signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true })
      })
  }
}
