import { Fault } from '../../src/domain/fault.ts'
import type { Actor, Role } from '../../src/features/office/index.ts'
import type { PlanReading, PlanServices } from '../../src/features/plan/index.ts'
import type { TownRecord } from '../../src/platform/db/index.ts'
import { sha256 } from '../../src/platform/files/index.ts'

export const actorAs = (role: Role, agency = 'uy-ban', post = role): Actor => ({
  agency,
  post,
  person: 'nguoi-1',
  roles: [role],
})

/**
 * Services whose documents are readings written as JSON: what the reader makes of real files is its own test. A
 * mark on a later page of a scan shows only at the end.
 */
export function desk(record: TownRecord): PlanServices & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    record,
    illustration: false,
    kept,
    files: {
      put: async (bytes) => {
        kept.set(sha256(bytes), bytes)
        return sha256(bytes)
      },
      get: async (digest) => {
        const bytes = kept.get(digest)
        if (!bytes) throw new Fault('not-found', { what: digest })
        return bytes
      },
      remove: async (digest) => void kept.delete(digest),
    },
    read: async (bytes, _, options) => {
      const reading = JSON.parse(new TextDecoder().decode(bytes)) as PlanReading
      if (reading.source.text.startsWith('MẬT')) throw new Fault('not-found', { what: 'MẬT' })
      const { format, pages, text } = reading.source
      if (format === 'scan' || format === 'pdf') options?.paged?.(pages ?? 1, format === 'scan')
      for (let page = 1; page < (pages ?? 1); page++) await options?.afterPages?.(page, pages ?? 1)
      if (text.endsWith('MẬT')) throw new Fault('secret-document', { mark: 'MẬT' })
      return reading
    },
  }
}

export const bytesOf = (reading: PlanReading): Uint8Array => new TextEncoder().encode(JSON.stringify(reading))
