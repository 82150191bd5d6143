import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { Mention } from './mentions.ts'
import type { Name } from './target-names.ts'

/**
 * "Thu nhập bình quân tăng thêm 25 triệu đồng so với năm 2025", "tỷ lệ thất thoát mỗi năm giảm 0,8 %" set by how much,
 * not how much: a value has no field for that, so the name says it. "Tăng lên 60 %" needs no such word.
 */
export function named(line: Strand, name: Name, mention: Mention, head: number): Name {
  if (mention.kind !== 'figure' || mention.figure.origin) return name
  const before = line.text.slice(head, mention.start)
  const change =
    /(?<!\p{L})(?:tăng|(?:kéo\s+)?giảm)(\s+thêm|\s+bình quân(?:\s+(?:hằng|hàng|mỗi) năm)?)?\s*$/iu.exec(
      before,
    )
  if (!change || name.indicator.text === '') return name
  if (
    !change[1] &&
    name.after &&
    !/giảm/iu.test(change[0]) &&
    !/^[^.;,]{0,80}?so với/u.test(line.text.slice(mention.end))
  )
    return name
  const words = line.slice(head + change.index, mention.start).tidy()
  if (name.indicator.text.toLowerCase().endsWith(words.text.toLowerCase())) return name
  const parts = name.after ? [words, name.indicator] : [name.indicator, words]
  return { ...name, indicator: Strands.join(parts, ' ') }
}
