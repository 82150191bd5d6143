import { dataIssueTexts, type IssueText } from './issue-texts-data.ts'
import { drawingIssueTexts } from './issue-texts-drawing.ts'

/** One table of all that an import may list; `docs/import-issues.md` is held to it by a test. */
export const issueTexts = { ...dataIssueTexts, ...drawingIssueTexts } as const satisfies Record<
  string,
  IssueText
>

export type IssueCode = keyof typeof issueTexts
