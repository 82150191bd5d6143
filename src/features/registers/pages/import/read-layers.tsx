import { Title } from '@mantine/core'
import type { Language } from '../../../../domain/fault.ts'
import { formatNumber } from '../../../../ui/format.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import type { FoundImport } from './import.tsx'

interface Props {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundImport
}

type Layer = FoundImport['layers'][number]

/** Each layer of the file: in which system its numbers were read, by which operation they came, as what they were taken. */
export function ReadLayers({ t, language, found }: Props) {
  return (
    <>
      <Title order={2} size="h3" mt="md">
        {t.layers}
      </Title>
      {found.layers.map((layer) => (
        <section key={layer.layer} aria-label={layer.layer}>
          <dl className="facts">
            <div>
              <dt>{t.layer}</dt>
              <dd>
                <strong>{layer.layer}</strong>
              </dd>
            </div>
            <div>
              <dt>{t.crs}</dt>
              <dd>
                <System t={t} language={language} found={found} layer={layer} />
              </dd>
            </div>
            <div>
              <dt>{t.operation}</dt>
              <dd>{operationText(t, language, found, layer)}</dd>
            </div>
            <div>
              <dt>{t.taken}</dt>
              <dd>
                {layer.uses.map(({ use, count }) => (
                  <span key={use} className="one">
                    {formatNumber(count, language)} {t.uses[use]}
                  </span>
                ))}
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </>
  )
}

function System({ t, language, found: { names }, layer: { crs } }: Props & { readonly layer: Layer }) {
  const name = (id: string | null) => (id === null ? t.crsAsked : (names[id]?.[language] ?? id))
  const others = crs.choices.filter(({ id, axes }) => id !== crs.id || axes !== crs.axes)
  return (
    <>
      {name(crs.id)}
      {crs.axes === 'yx' && `, ${t.swapped}`} – {t.sureness[crs.sureness]}: {crs.reason[language]}
      {others.length > 0 && (
        <span className="one">
          {t.otherReadings}:{' '}
          {others
            .map(({ id, axes, inside }) =>
              [
                name(id),
                axes === 'yx' ? t.swapped : null,
                t.fits(formatNumber(Math.round(inside * 100), language)),
              ]
                .filter((part) => part !== null)
                .join(', '),
            )
            .join('; ')}
        </span>
      )}
    </>
  )
}

function operationText(
  t: ImportMessages,
  language: Language,
  { names, says }: FoundImport,
  { crs: { operation, id } }: Layer,
): string {
  if (operation === null) return id === null ? '–' : t.noOperation
  const name = names[operation]?.[language] ?? operation
  return says[operation] ? `${name} (${says[operation][language]})` : name
}
