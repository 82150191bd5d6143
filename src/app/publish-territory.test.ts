import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleFolder } from '../../test/server.ts'
import { readConfig } from '../platform/config/index.ts'
import { openDothi, type Dothi } from './compose.ts'
import { publishUnits } from './example-town.ts'

let folder: Awaited<ReturnType<typeof exampleFolder>>
let dothi: Dothi
beforeAll(async () => {
  folder = await exampleFolder()
  dothi = await openDothi(readConfig({ DOTHI_DATA: folder.data, DOTHI_LOG: 'silent' }), 'test')
})
afterAll(async () => {
  await dothi.close()
  await folder.remove()
})

test('the units of a real town go out by a document alone, which the edition names', async () => {
  const real: Dothi = { ...dothi, town: { ...dothi.town, illustration: false } }
  await expect(publishUnits(real, 'test')).rejects.toMatchObject({ code: 'territory-release' })
  const release = { kind: 'Văn bản công bố', number: '12/QĐ-UBND', issuer: 'Ủy ban', issuedOn: '2026-11-20' }
  const edition = await publishUnits(real, 'test', release)
  expect(edition?.manifest).toMatchObject({ release, illustration: false })
  const page = new TextDecoder().decode(await edition?.read('don-vi/index.html'))
  expect(page).toMatch(/12\/QĐ-UBND.*ngày 20\/11\/2026.*Ủy ban/s)
})

test('the illustration needs none, and is marked as what it is', async () => {
  const edition = await publishUnits(dothi, 'test')
  expect(edition?.manifest).toMatchObject({ release: null, illustration: true })
})
