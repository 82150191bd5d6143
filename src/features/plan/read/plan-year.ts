import type { DocumentReading } from '../../documents/model.ts'
import { yearsIn } from './years.ts'

/** "Kế hoạch … năm 2026" sets the year of all that it wants; a plan over several years sets none. */
export function planYear({ head: { title } }: DocumentReading): number | null {
  const years = title ? yearsIn(title) : []
  const [only] = years
  return only &&
    years.length === 1 &&
    !only.ahead &&
    !/giai đoạn|tầm nhìn|định hướng|\d{4}\s*[-–]\s*\d{4}/iu.test(title ?? '')
    ? only.year
    : null
}
