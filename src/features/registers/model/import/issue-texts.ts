import { dataIssueTexts, type IssueText } from './issue-texts-data.ts'
import { drawingIssueTexts } from './issue-texts-drawing.ts'
import { fileIssueTexts } from './issue-texts-file.ts'

/** One table of all that an import may list; `docs/import-issues.generated.md` is made of it. */
export const issueTexts = {
  ...dataIssueTexts,
  ...drawingIssueTexts,
  ...fileIssueTexts,
} as const satisfies Record<string, IssueText>

export type IssueCode = keyof typeof issueTexts
