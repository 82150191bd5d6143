import type { Words } from '../../../../domain/words.ts'
import { compact } from '../../rules/import/column-words.ts'
import type { ColumnMapping } from '../../model/import/mapping.ts'
import type { ColumnProfile, LayerProfile } from './profile.ts'
import type { ImportContext } from './context.ts'

export interface KeyProposal {
  /** Fields of the register where they begin with `=`, else columns of the file. */
  readonly key: readonly string[]
  readonly reason: Words
}

/**
 * What tells the source's entries apart for as long as the source lives: the key that the register names, else a
 * column of identifiers. Numbers that only count the rows are none: they shift with the first row that is taken out.
 */
export function proposeKey(
  profile: LayerProfile,
  columns: readonly ColumnMapping[],
  { register }: ImportContext,
): KeyProposal {
  const own = (register.key ?? []).flatMap((field) =>
    columns.filter(({ to }) => to === field).map(({ from }) => from),
  )
  if (own.length > 0)
    return {
      key: own,
      reason: {
        vi: `khóa của lớp: ${(register.key ?? []).join(', ')}`,
        en: `key of the register: ${(register.key ?? []).join(', ')}`,
      },
    }
  const found = profile.columns.find((column) => isIdentifier(column))
  if (found)
    return {
      key: [found.name],
      reason: { vi: `cột định danh ${found.name}`, en: `column of identifiers ${found.name}` },
    }
  return {
    key: [],
    reason: {
      vi: 'tệp không có cột định danh: khóa theo nội dung (hình và thuộc tính)',
      en: 'the file has no column of identifiers: keys are made of the content (geometry and attributes)',
    },
  }
}

const names =
  /^(ma|id|code|uuid|guid|globalid|madoituong|madinhdanh|iddoituong|gmlid|inspireid|objectid|gid|mahoso|sogiayphep|key)$/

const isIdentifier = ({ name, distinct, counts, many }: ColumnProfile) =>
  names.test(compact(name)) && (distinct || many) && !counts
