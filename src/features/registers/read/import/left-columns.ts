import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'

/** Columns of the file that no field takes, each with why. */
export function columnIssues({ layers }: Pick<Mapping, 'layers'>): ImportIssue[] {
  return layers.flatMap(({ layer, leftColumns }) =>
    leftColumns.map(({ column, personal, reason }): ImportIssue => ({
      code: personal ? 'personal-column' : 'column-left',
      at: { layer, field: column },
      params: personal ? { column, what: reason } : { column, why: reason },
      count: 1,
    })),
  )
}
