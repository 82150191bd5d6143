import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import type { Config } from '../config/index.ts'

export type Log = Logger

/**
 * Names whose values never reach the log, at any of the depths we log at: secrets, and what says who a person
 * is. A log is read by people who may not see the record.
 */
const kept = [
  'token',
  'cookie',
  'authorization',
  'password',
  'secret',
  'name',
  'person',
  'phone',
  'email',
  'body',
]

/** One JSON line an event, to stderr (file descriptor 2): stdout belongs to a command's answer. */
export function openLog(
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination(2),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: kept.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '…',
      },
    },
    destination,
  )
}
