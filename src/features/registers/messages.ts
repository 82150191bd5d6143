import type { Language } from '../../domain/fault.ts'
import type { Definition, Field } from './model/definition.ts'

/** The registers as a page of text: what `dothi registers` answers. */
export function registersText(definitions: readonly Definition[], language: Language): string {
  return definitions
    .map(
      ({ id, name, geometry, fields }) =>
        `${id.padEnd(44)} ${geometry.padEnd(5)} ${String(fields.length).padStart(2)}  ${name[language]}`,
    )
    .join('\n')
}

/** All registers and their fields as Markdown: `docs/registers.generated.md`. */
export function registersTable(definitions: readonly Definition[]): string {
  const own = definitions.filter(({ group }) => group === null)
  const dossier = definitions.filter(({ group }) => group !== null)
  return [
    '# Lớp dữ liệu · Registers',
    'Made from `registers/` and `law/dossier/` by `npm run bless`; not edited by hand. Certainty says how we know that a register must be so.',
    ...own.map(section),
    '## Hồ sơ quy hoạch · The national planning dossier',
    `Fields of each: ${(dossier[0]?.fields ?? []).map(({ key }) => `\`${key}\``).join(', ')}.`,
    ['| id | lớp · layer | nhóm · group | công bố · release | certainty |', '| --- | --- | --- | --- | --- |']
      .concat(
        dossier.map(
          ({ id, dossier, group, release, certainty }) =>
            `| ${id} | ${dossier[0]?.layer ?? ''} | ${group} | ${release} | ${certainty} |`,
        ),
      )
      .join('\n'),
    '',
  ].join('\n\n')
}

function section({
  id,
  name,
  geometry,
  stages,
  disclosure,
  release,
  copy,
  certainty,
  fields,
}: Definition): string {
  const facts = [
    geometry,
    stages.join(' + '),
    disclosure,
    `release ${release}`,
    copy ? 'copy' : '',
    certainty,
  ]
  const rows = fields.map(
    (field) =>
      `| ${field.key} | ${field.name.vi} · ${field.name.en} | ${typeText(field)} | ${field.required ? '✓' : ''} | ${field.queryable ? '✓' : ''} |`,
  )
  return [
    `## ${id}: ${name.vi} · ${name.en}\n\n${facts.filter(Boolean).join(' · ')}\n`,
    '| key | tên · name | kiểu · type | bắt buộc · required | hỏi được · queryable |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function typeText({ type, unit, codes }: Field): string {
  const from =
    codes?.kind === 'law' ? ` of law/${codes.tables.map(({ parameter }) => parameter).join(', ')}` : ''
  return `${type}${unit === undefined ? '' : ` (${unit})`}${from}`
}
