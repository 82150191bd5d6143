import { Button, Group, Progress, Table, Text, Title } from '@mantine/core'
import { Form } from 'react-router'
import type { Language } from '../../../../domain/fault.ts'
import { entered } from '../../../../ui/entered.ts'
import { useFreshly } from '../../../../ui/use-freshly.ts'
import type { Actor } from '../../../office/model.ts'
import type { ListedImport } from '../../actions/imports.ts'
import type { PlanUseCases } from '../../actions/use-cases.ts'
import type { StaffMessages } from '../../messages/staff.ts'

/** What the form beside a reading that has failed asks for; null where another form was sent. */
export function importStep(plans: PlanUseCases, actor: Actor, form: FormData): Promise<void> | null {
  const sha256 = entered(form, 'sha256')
  switch (entered(form, 'viec')) {
    case 'doc-lai':
      return plans.retryImport(actor, sha256)
    case 'bo':
      return plans.dismissImport(actor, sha256)
    default:
      return null
  }
}

interface Props {
  readonly t: StaffMessages
  readonly imports: readonly ListedImport[]
  readonly language: Language
  /** Without the right to import a failed one can be seen, not tried again. */
  readonly mayImport: boolean
}

/** Documents that are still being read, or could not be. Without script the page is loaded again to see more. */
export function Imports({ t, imports, language, mayImport }: Props) {
  useFreshly(imports.some(({ state }) => state !== 'failed'))
  if (imports.length === 0) return null
  return (
    <section aria-labelledby="dang-doc">
      <Title order={2} size="h3" id="dang-doc" mt="md">
        {t.imports}
      </Title>
      <Text size="sm">{t.importsHint}</Text>
      <Table.ScrollContainer minWidth={480} my="sm" scrollAreaProps={{ tabIndex: 0 }}>
        <Table withTableBorder verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t.file}</Table.Th>
              <Table.Th scope="col">{t.state}</Table.Th>
              <Table.Th scope="col">{t.whatToDo}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((one) => (
              <Table.Tr key={one.sha256}>
                <Table.Th scope="row" fw={500}>
                  {one.name}
                </Table.Th>
                <Table.Td>
                  <State t={t} one={one} language={language} />
                </Table.Td>
                <Table.Td>{one.state === 'failed' && mayImport && <Steps t={t} one={one} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}

function State({ t, one, language }: Omit<Props, 'imports' | 'mayImport'> & { readonly one: ListedImport }) {
  return (
    <>
      <span className="chip">{t.importStates[one.state]}</span>{' '}
      {one.pages !== null && (
        <>
          {t.pagesRead(one.done, one.pages)}
          {one.state !== 'failed' && (
            <Progress
              mt={6}
              value={(100 * one.done) / one.pages}
              aria-label={`${t.importStates[one.state]} ${one.name}`}
            />
          )}
        </>
      )}
      {one.fault && (
        <Text size="sm" mt={4}>
          {one.fault[language]}
        </Text>
      )}
    </>
  )
}

function Steps({ t, one }: { readonly t: StaffMessages; readonly one: ListedImport }) {
  const button = (step: string, label: string) => (
    <Button
      type="submit"
      name="viec"
      value={step}
      variant="outline"
      size="compact-md"
      aria-label={`${label}: ${one.name}`}
    >
      {label}
    </Button>
  )
  return (
    <Form method="post">
      <input type="hidden" name="sha256" value={one.sha256} />
      <Group gap="xs" wrap="nowrap">
        {button('doc-lai', t.retry)}
        {button('bo', t.dismiss)}
      </Group>
    </Form>
  )
}
