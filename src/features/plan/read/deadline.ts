import type { Strand } from '../../../domain/strand.ts'
import type { TaskTime } from '../model.ts'
import { plain } from './plain.ts'
import { readTime } from './time.ts'

const year = String.raw`(?:19|20)\d{2}`
const clock = String.raw`(?:\d{1,2}\s*(?:gio|h|g)\s*(?:\d{2})?(?:\s*phut)?,?\s+)?`
const day = String.raw`${clock}(?:ngay\s+)?\d{1,2}\s*[/.-]\s*(?:1 [0-2](?!\d)|\d{1,2})(?:\s*[/.-]\s*${year}|\s+nam\s+${year})?|${clock}ngay\s+\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+${year})?`
const month = String.raw`thang\s+\d{1,2}(?:\s*[/-]\s*${year}|\s+nam\s+${year})?`
const quarter = String.raw`quy\s+(?:[i1l]v|[i1l]{1,3}|[2-4])(?![\p{L}])(?:\s*[/-]\s*${year}|,?\s*nam\s+${year})?`
const half = String.raw`(?:0?[369]|sau|chin)\s+thang\s+(?:dau|cuoi)\s+(?:cua\s+)?nam(?:\s+${year})?`
const moment = String.raw`(?:${half}|${day}|${month}|${quarter}|nam\s+${year})`
const cycle = String.raw`(?:hang|moi)\s+(?:nam|quy|thang|tuan|ngay)|dinh ky(?:\s+\d+\s+thang)?`

/** In order of weight: a limit that closes the work, another limit, a stretch, a cycle. */
const cues = [
  String.raw`(?:hoan thanh|xong|hoan tat|ket thuc|nop)(?:\s+\S+){0,3}?\s+(?:truoc|trong|vao|den|cham nhat|muon nhat)\s+(?:het\s+|trong\s+|la\s+)*${moment}`,
  String.raw`tu\s+${moment}\s+den\s+(?:het\s+)?${moment}`,
  String.raw`(?:truoc|cham nhat(?:\s+(?:la|den|vao|trong))*|muon nhat(?:\s+(?:la|den|vao))*|den het|khong (?:qua|muon hon))\s+${moment}(?:\s+${cycle})?`,
  String.raw`(?:trong)\s+${moment}`,
  cycle,
  'thuong xuyen',
]

/** The time that a sentence sets by itself ("… hoàn thành trước ngày 30/6/2026"), null where it sets none. */
export function findTime(strand: Strand, cycles = true): TaskTime | null {
  const text = plain(strand.text)
  for (const cue of cycles ? cues : cues.slice(0, -2)) {
    const found = [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d])(?:${cue})(?![\p{L}\d])`, 'gu'))].at(
      -1,
    )
    if (found) return readTime(strand.slice(found.index, found.index + found[0].length))
  }
  return null
}
