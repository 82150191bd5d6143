import type { DocumentHead } from '../../documents/model.ts'
import { slug } from './items.ts'

/**
 * What makes two files copies of one document: kind, issuer, number and year; the title where it bears no number.
 * Numbers begin anew each year (Nghị định 30/2020, Điều 9), so a number alone is not enough.
 */
export function planKey(head: DocumentHead): string {
  const year = head.issuedOn?.slice(0, 4) ?? ''
  const name = head.number === null ? slug(head.title ?? 'khong-ten') : `${slug(head.number)}-${year}`
  return [slug(head.kind ?? 'van-ban'), slug(head.issuer ?? 'khong-ro'), name]
    .map((part) => part.replaceAll(/^-|-$/g, ''))
    .join('.')
}
