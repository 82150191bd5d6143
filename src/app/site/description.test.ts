import { expect, test } from 'vitest'
import { describeApi } from './description.ts'

const document = {
  paths: {
    '/api/tasks.json': {
      get: {
        summary: 'Tasks <all>',
        parameters: [{ name: 'on', in: 'query', required: true, description: 'a day' }],
        responses: { 200: { description: 'Tasks', content: { 'application/json': {} } } },
      },
    },
  },
}

test('a developer reads each address, its parameters and answers, without any script', async () => {
  const page = String(await describeApi(document, 'en'))
  expect(page).toContain('GET /api/tasks.json')
  expect(page).toContain('on</code> (query, required)')
  expect(page).toContain('application/json')
  expect(page).toContain('Tasks &lt;all&gt;')
  expect(page).not.toContain('<script')
  expect(page).toContain('<html lang="en">')
})

test('every code of refusal stands in both languages under the address that answers point to', async () => {
  expect(String(await describeApi({}, 'vi'))).toContain('id="not-found"')
  expect(String(await describeApi({}, 'en'))).toContain('There is no {what} here')
})
