import type { Fault } from '../../../domain/fault.ts'
import type { Law } from '../model.ts'
import { caseFileSchema, type LawCase } from '../model/case.ts'
import { runCase } from '../rules/case.ts'
import { isCase } from './law.ts'
import { openFile, type LawFile } from './yaml-file.ts'

export interface CasesRun {
  readonly cases: readonly LawCase[]
  readonly faults: readonly Fault[]
}

/** Reads the cases beside the law and holds each against it. */
export function runCases(law: Law, files: readonly LawFile[]): CasesRun {
  const faults: Fault[] = []
  const cases: LawCase[] = []
  for (const file of files.filter(({ path }) => isCase(path))) {
    const { value, complain } = openFile(file, caseFileSchema, faults)
    for (const [index, one] of (value?.cases ?? []).entries()) {
      cases.push(one)
      const wrong = runCase(law, one)
      if (wrong.length > 0) complain('law-case', ['cases', index], { why: wrong.join('; '), key: one.name })
    }
  }
  return { cases, faults }
}
