import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A table of old and new units that names no act: what it says comes in as proposals. */
export async function unitTable(folder: string): Promise<string> {
  const path = join(folder, 'bang-don-vi.csv')
  const rows = [
    'old_code,old_name,new_code,new_name,merge_kind',
    '21010,Phường Lê Hồng Phong,21028,Phường Nghĩa Lộ,full',
    '21013,Phường Trần Phú,21028,Phường Nghĩa Lộ,full',
    '21022,Phường Trần Hưng Đạo,21025,Phường Cẩm Thành,full',
    '21031,Phường Chánh Lộ,21025,Phường Cẩm Thành,partial',
  ]
  await writeFile(path, `${rows.join('\n')}\n`)
  return path
}
