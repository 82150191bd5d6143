import type { SourceText } from '../../../domain/source-text.ts'
import { readDocument, type DocumentReading } from '../../documents/index.ts'
import type { PlanReading } from '../model.ts'
import { readAssignments } from './assignments.ts'
import { readQuestions } from './questions.ts'
import { readTargets } from './targets.ts'
import { readTasks } from './tasks.ts'

/** A plan read whole. `sha256` is that of the file's bytes, in hex. */
export function readPlan(source: SourceText, sha256: string): PlanReading {
  return planOf(source, readDocument(source), sha256)
}

function planOf(source: SourceText, reading: DocumentReading, sha256: string): PlanReading {
  const targets = readTargets(reading, source.text)
  const tasks = readTasks(reading)
  return {
    source: { sha256, format: source.format, text: source.text, pages: source.pages },
    document: reading.head,
    basis: [...reading.basis],
    clauses: reading.clauses.map(({ id, no, parent, heading, text, at }) => ({
      id,
      no,
      parent,
      heading,
      text,
      at,
    })),
    targets,
    tasks,
    assignments: readAssignments(reading),
    footnotes: [...reading.footnotes],
    recipients: [...reading.recipients],
    questions: readQuestions(reading, targets, tasks),
    issues: [...reading.issues],
  }
}
