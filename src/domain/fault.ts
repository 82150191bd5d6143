import { faults, type FaultCode } from './faults.ts'

/** Values that fill the braces of a fault's sentence. */
export type FaultParams = Readonly<Record<string, string | number>>
export type Language = 'vi' | 'en'

/**
 * A refusal that the user can act on: what, where, how to mend it. Everything thrown on purpose is a `Fault`;
 * anything else that reaches an edge (HTTP, command line) is our mistake and shown as `internal`.
 */
export class Fault extends Error {
  readonly code: FaultCode
  readonly params: FaultParams

  constructor(code: FaultCode, params: FaultParams = {}, cause?: unknown) {
    super(`${code}: ${sentence(code, 'en', params)}`, cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.code = code
    this.params = params
  }

  get status(): number {
    return faults[this.code].status
  }

  sentence(language: Language): string {
    return sentence(this.code, language, this.params)
  }
}

function sentence(code: FaultCode, language: Language, params: FaultParams): string {
  return faults[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'))
}
