import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Fault } from '../../domain/fault.ts'
import { readConfig } from './index.ts'

test('without any setting dothi runs on this machine alone, with its data beside it', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, logLevel: 'info' })
  expect(config.data).toBe(join(config.root, '.dothi'))
})

test('a set value wins, and an empty one counts as unset', () => {
  expect(readConfig({ DOTHI_PORT: '8080', PORT: '9090' }).port).toBe(8080)
  expect(readConfig({ DOTHI_PORT: '', PORT: '9090' }).port).toBe(9090)
  expect(readConfig({ DOTHI_ORIGIN: 'https://a.gov.vn/' }).origin).toBe('https://a.gov.vn')
})

test.each([
  ['DOTHI_PORT', '70000'],
  ['PORT', 'eighty'],
  ['DATABASE_URL', 'mysql://root:hunter2@x/y'],
  ['DOTHI_LOG', 'loud'],
  ['DOTHI_HOST', 'a b'],
])('%s=%s is refused by name, with what is valid and without the value', (name, value) => {
  const refused = () => readConfig({ [name]: value })
  expect(refused).toThrow(Fault)
  expect(refused).toThrow(name)
  expect(refused).not.toThrow(value)
})
