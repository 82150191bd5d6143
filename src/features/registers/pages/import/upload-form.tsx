import { Button, NativeSelect, Progress, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { say, type Refusal } from '../../../../ui/refusal.ts'
import type { ImportMessages } from '../../messages/import-pages.ts'
import type { FoundImports, Wrong } from './list.tsx'

interface Props {
  readonly t: ImportMessages
  readonly language: Language
  readonly found: FoundImports
  readonly answer: { readonly refusal: Refusal | null; readonly wrong: Wrong | null } | null
}

/** Posts a file, or the parts of one. The files stand last: what is said of them is read before they are opened. */
export function UploadForm({ t, language, found, answer }: Props) {
  const busy = useNavigation().formData !== undefined
  const [chosen, setChosen] = useState<readonly string[]>([])
  const wrong = wrongText(t, language, answer)
  const registers = (own: boolean) =>
    found.registers
      .filter((one) => one.own === own)
      .map(({ id, name }) => ({ value: id, label: name[language] }))
  return (
    <section aria-labelledby="nhap">
      <Title order={2} size="h3" id="nhap" mt="lg">
        {t.newImport}
      </Title>
      {wrong && (
        <p className="why" role="alert">
          {wrong}
        </p>
      )}
      <Form method="post" encType="multipart/form-data" className="form">
        <div className="form-fields even">
          <NativeSelect
            name="lop"
            label={t.register}
            defaultValue={found.only ?? ''}
            required
            data={[{ value: '', label: '–' }, ...registers(true), ...registers(false)]}
          />
          <TextInput name="tu-ngay" label={t.from} description={t.fromHint} inputMode="numeric" />
          <NativeSelect
            name="he"
            label={t.crs}
            data={[
              { value: '', label: t.crsPropose },
              ...found.systems.map(({ id, name }) => ({ value: id, label: name[language] })),
            ]}
          />
          <NativeSelect
            name="anh-xa"
            label={t.savedMapping}
            data={[
              { value: '', label: t.mappingPropose },
              ...[...new Set(found.mappings.map(({ name }) => name))].map((name) => ({
                value: name,
                label: name,
              })),
            ]}
          />
        </div>
        <div className="files">
          <input
            id="tep"
            name="tep"
            type="file"
            multiple
            aria-describedby="tep-huong-dan"
            onChange={(event) => setChosen([...(event.currentTarget.files ?? [])].map(({ name }) => name))}
          />
          {/* The browser's own words for a file field are in its language, not in the page's. */}
          <label htmlFor="tep">
            <span className="choose">{t.files}</span> <span>{chosen.join(', ')}</span>
          </label>
          <Text size="sm" id="tep-huong-dan">
            {t.filesHint}
          </Text>
        </div>
        <Button type="submit" loading={busy}>
          {t.send}
        </Button>
        <output>
          {busy && (
            <>
              <Text size="sm">{t.sending}</Text>
              <Progress value={100} animated aria-label={t.sending} />
            </>
          )}
        </output>
      </Form>
    </section>
  )
}

function wrongText(t: ImportMessages, language: Language, answer: Props['answer']): string | null {
  if (answer?.refusal) return say(answer.refusal, language)
  const wrong = answer?.wrong
  if (!wrong) return null
  return wrong.code === 'badDay' ? t.badDay(wrong.found) : t[wrong.code]
}
