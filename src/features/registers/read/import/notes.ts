import { Fault } from '../../../../domain/fault.ts'
import { faults, type FaultCode } from '../../../../domain/faults.ts'
import type { MapNote, NoteCode } from '../../../../platform/formats/map/index.ts'
import type { ImportIssue, IssueParams } from '../../model/import/issue.ts'
import type { IssueCode } from '../../model/import/issue-texts.ts'

/**
 * Notes that are told elsewhere: of a missing system the proposal says how it was read instead; a feature without a
 * geometry is counted where it is left out.
 */
const elsewhere = ['crs-missing', 'geometry-missing'] as const satisfies readonly NoteCode[]
type Told = Exclude<NoteCode, (typeof elsewhere)[number]> & IssueCode

const isTold = (code: NoteCode): code is Told => !elsewhere.some((one) => one === code)

/** What the reading of the format noticed, as issues of the import: nothing of it stays unsaid. */
export function issuesOfNotes(notes: readonly MapNote[]): ImportIssue[] {
  return notes.flatMap(({ code, layer, fid, params }): ImportIssue[] =>
    isTold(code) ? [{ code, at: { layer, fid }, params: paramsOf(params), count: 1 }] : [],
  )
}

/** A fault of one geometry stands in its note as code and values, so that it can be said in both languages. */
function paramsOf(params: MapNote['params'] = {}): IssueParams {
  const { fault, ...rest } = params
  if (!isFault(fault)) return params
  const why = new Fault(fault, rest)
  return { ...rest, why: { vi: why.sentence('vi'), en: why.sentence('en') } }
}

const isFault = (code: unknown): code is FaultCode => typeof code === 'string' && code in faults
