import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import { nationalLaw } from '../../law/rules/document.ts'
import { territoryWords } from '../messages/pages.ts'
import type { DocumentRef } from '../model.ts'
import type { PublishedTerritory } from '../model/published.ts'

interface Spoken {
  readonly language: Language
}

/** The act by which a unit is as it is: number, article, day and who issued it, and where it is read. */
export function Act({ document, language }: Spoken & { readonly document: DocumentRef }) {
  const words = territoryWords(language)
  const { number, article, issuedOn, issuer, address } = document
  const about = [article, issuedOn && words.ofDay(formatDay(issuedOn)), issuer].filter(Boolean)
  return (
    <>
      {address ? <a href={address}>{number}</a> : number}
      {about.length > 0 && `, ${about.join(', ')}`}
      {!address && (
        <>
          {' '}
          (<a href={nationalLaw}>{words.findAct}</a>)
        </>
      )}
    </>
  )
}

/** By which act the units were let out; nothing on an illustration. */
export function Released({ territory, language }: Spoken & { readonly territory: PublishedTerritory }) {
  const { release } = territory
  if (!release) return null
  const words = territoryWords(language)
  const { kind, number, issuedOn, issuer } = release
  const about = [issuedOn && words.ofDay(formatDay(issuedOn)), issuer].filter(Boolean).join(', ')
  return (
    <p className="small">
      {words.release}: <span lang="vi">{[kind, number].filter(Boolean).join(' ')}</span>, {about}
    </p>
  )
}
