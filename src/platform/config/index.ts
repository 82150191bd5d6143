import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'

export const levels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** Everything that is set from outside, read once at the start. */
export interface Config {
  /** The checkout. */
  readonly root: string
  /** The one folder with the record and the files. */
  readonly data: string
  /** Address that public pages listen on; staff pages answer on loopback whatever it says. */
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Address of the public site as others know it (`https://…`), without a slash at the end; null on one machine. */
  readonly origin: string | null
  /** PostgreSQL instead of the SQLite file in the data folder. */
  readonly databaseUrl: string | null
  readonly logLevel: (typeof levels)[number]
}

const port = z.coerce.number().int().min(0).max(65_535)

/** One line a variable: how it is read, and what the user is told when it cannot be. */
const variables = {
  DOTHI_DATA: { schema: z.string().min(1), expected: '/…' },
  DOTHI_HOST: { schema: z.string().regex(/^[\w.:-]+$/), expected: '127.0.0.1, 0.0.0.0, ::' },
  DOTHI_PORT: { schema: port, expected: '0–65535' },
  PORT: { schema: port, expected: '0–65535' },
  DOTHI_ORIGIN: { schema: z.url({ protocol: /^https?$/ }), expected: 'https://…' },
  DATABASE_URL: { schema: z.url({ protocol: /^postgres(ql)?$/ }), expected: 'postgres://…' },
  DOTHI_LOG: { schema: z.enum(levels), expected: levels.join(', ') },
} as const

type Variable = keyof typeof variables
type Environment = Readonly<Record<string, string | undefined>>

/** The defaults, in one place. */
export function readConfig(environment: Environment): Config {
  const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
  const read = <Name extends Variable>(name: Name) => readVariable(environment, name)
  return {
    root,
    data: resolve(read('DOTHI_DATA') ?? join(root, '.dothi')),
    host: read('DOTHI_HOST') ?? '127.0.0.1',
    port: read('DOTHI_PORT') ?? read('PORT') ?? 3000,
    origin: read('DOTHI_ORIGIN')?.replace(/\/+$/, '') ?? null,
    databaseUrl: read('DATABASE_URL') ?? null,
    logLevel: read('DOTHI_LOG') ?? 'info',
  }
}

/** The same settings for a program of ours that is started beside this one, whatever they were read from. */
export function environmentOf({ data, databaseUrl, logLevel }: Config): Record<string, string> {
  return { DOTHI_DATA: data, DATABASE_URL: databaseUrl ?? '', DOTHI_LOG: logLevel }
}

/** An empty variable counts as unset, as every shell script expects. The value is never repeated: it may hold a password. */
function readVariable<Name extends Variable>(
  environment: Environment,
  name: Name,
): z.infer<(typeof variables)[Name]['schema']> | undefined {
  const text = environment[name]?.trim()
  if (!text) return undefined
  const { schema, expected } = variables[name]
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw new Fault('config', { name, expected })
  return parsed.data as z.infer<(typeof variables)[Name]['schema']>
}
