import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { roleSchema, townSchema, type Actor } from './model.ts'
import { actions, demand, may, ownDraft, rights, townFaults } from './rules.ts'

const at = (role: Actor['roles'][number], agency = 'a'): Actor => ({
  agency,
  post: 'p',
  person: 'n',
  roles: [role],
})

describe('the table of rights, so that nobody sees or does more than the post is trusted with', () => {
  test.each(roleSchema.options)('%s may do exactly what its row says', (role) => {
    const actor = at(role)
    const allowed = actions.filter((action) => may(actor, action, ownDraft(actor)) === 'yes')
    expect(allowed).toEqual(actions.filter((action) => rights[role].includes(action)))
  })

  test('no role at all may nothing with drafts', () => {
    const nobody: Actor = { agency: 'a', post: 'p', person: 'n', roles: [] }
    expect(actions.filter((action) => may(nobody, action, ownDraft(nobody)) === 'yes')).toEqual([])
  })

  test.each(roleSchema.options)('%s of another agency may only read what is public', (role) => {
    const stranger = at(role, 'b')
    const open = (disclosure: 'internal' | 'public') =>
      actions.filter((action) => may(stranger, action, { agency: 'a', disclosure }) === 'yes')
    expect(open('internal')).toEqual([])
    expect(open('public')).toEqual(['document.read', 'plan.read'])
  })

  test('another agency hears "not found", a post without the right hears which right it lacks', () => {
    const draft = { agency: 'a', disclosure: 'internal' } as const
    expect(() => demand(at('officer', 'b'), 'proposal.read', draft, 'đề xuất')).toThrow('not-found')
    expect(() => demand(at('supervisor'), 'proposal.read', draft, 'đề xuất')).toThrow('forbidden')
  })
})

const town = () =>
  townSchema.parse(parse(readFileSync(new URL('../../../towns/duc-pho/town.yaml', import.meta.url), 'utf8')))

test('the example town holds together', () => expect(townFaults(town())).toEqual([]))

test("a town's file that points nowhere is refused by name, so that no duty hangs on a post that is not there", () => {
  const { notice: _, ...rest } = town()
  const post = { id: 'p1', agency: 'a2', name: 'Chuyên viên', roles: ['officer' as const] }
  expect(townFaults({ ...rest, posts: [...rest.posts, post, post] })).toEqual([
    'post p1 stands twice',
    'p1: agency a2 is not in the file',
    'p1: agency a2 is not in the file',
    'duc-pho: an illustration needs its notice',
  ])
  expect(() => townSchema.parse({ ...rest, plan: { ...rest.plan, validFrom: '2026-02-30' } })).toThrow(
    'no such day',
  )
})
