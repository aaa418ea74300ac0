import { pino, type Logger } from 'pino'
import { Writable } from 'node:stream'
import type { Config } from './config.ts'
import { loggedPath } from './feed.ts'

export type { Logger }

/** Runs of digits that could be an identity number, a telephone or a card. */
const sensitive = /(?<![0-9a-fA-F-])(\d{17}[\dXx]|\d{15}|\d{16,19}|1\d{10}|0\d{2,3}-?\d{7,8})(?![0-9a-fA-F-])/g

/** A line of the log with such runs cut to their last two characters. */
const scrubbed = (line: string): string => line.replace(sensitive, (run) => `[${run.length} digits …${run.slice(-2)}]`)

const scrubbing = (to: NodeJS.WritableStream) =>
  new Writable({
    write(chunk, _encoding, done) {
      to.write(scrubbed(String(chunk)), () => done())
    },
  })

/** The log: only named fields are written, and the finished line is scrubbed. */
export function logTo(to: NodeJS.WritableStream, level: Config['logLevel']): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        req: (request: { method: string; url: string; id: string }) => ({
          id: request.id,
          method: request.method,
          path: loggedPath(request.url),
        }),
        res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
        err: (error: Error & { code?: string }) => ({ name: error.name, code: error.code, message: error.message, stack: error.stack }),
      },
    },
    scrubbing(to),
  )
}
