import { Anchor, Button, CopyButton } from '@mantine/core'
import type { Language } from '../../../domain/fault.ts'
import { formatDay } from '../../../ui/format.ts'
import type { LawMessages } from '../messages/staff.ts'
import type { LegalDocument } from '../model.ts'
import { nationalLaw, wordsToFind } from '../rules/document.ts'

interface DocumentProps {
  readonly document: LegalDocument
  readonly t: LawMessages
  readonly language: Language
}

interface SourceProps extends Omit<DocumentProps, 'document'> {
  readonly document: LegalDocument | null
  readonly article: string | null
}

/** The document and clause, and where its text can be read, or how it is found. */
export function Source({ document, article, t, language }: SourceProps) {
  if (!document) return null
  const where = { document, t, language }
  return (
    <>
      {document.number} – {document.title[language]}
      {article && `, ${article}`} · {document.text ? <Seen {...where} /> : <Find {...where} />}
    </>
  )
}

function Seen({ document, t }: DocumentProps) {
  if (!document.text) return null
  const { address, seen } = document.text
  return (
    <>
      <Anchor href={address} underline="always" rel="noreferrer">
        {t.text} {document.number}
      </Anchor>{' '}
      ({t.seenAt(new URL(address).hostname.replace(/^www\./, ''), formatDay(seen))})
    </>
  )
}

function Find({ document, t, language }: DocumentProps) {
  const words = wordsToFind(document)
  return (
    <>
      {t.noText(document.issuer[language], document.issued && formatDay(document.issued))}{' '}
      <Anchor href={nationalLaw} underline="always" rel="noreferrer">
        {t.nationalLaw}
      </Anchor>{' '}
      {t.findBy} <code className="law-find">{words}</code>{' '}
      <CopyButton value={words}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} aria-label={`${t.copy} ${words}`}>
            {copied ? t.copied : t.copy}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
