import type { Words } from '../../../../domain/words.ts'

export interface IssueText extends Words {
  /** How to mend it, in words. */
  readonly mend: Words
  /** `fault`: the data are wrong; `question`: a person must choose; `note`: to be known. */
  readonly weight: 'fault' | 'question' | 'note'
}
