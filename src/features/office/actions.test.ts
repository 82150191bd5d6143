import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { eachEngine } from '../../../test/engines.ts'
import type { Day } from '../../domain/day.ts'
import { head, personalValue } from '../../platform/db/index.ts'
import { actorAt, enterTown, posts } from './actions.ts'
import { townSchema } from './model.ts'

const file = readFileSync(new URL('../../../towns/duc-pho/town.yaml', import.meta.url), 'utf8')
const town = townSchema.parse(parse(file))
const today = '2026-01-01' as Day

eachEngine((open) => {
  describe('the offices of a town in the record', () => {
    test('every post of the file can be acted for, with the roles it is given and no others', async () => {
      const record = await open()
      await enterTown(record, town)
      expect((await posts(record, today)).map(({ id }) => id).sort()).toEqual(
        town.posts.map(({ id }) => id).sort(),
      )
      expect(await actorAt(record, 'n', 'quan-ly-do-thi', today)).toEqual({
        agency: 'uy-ban',
        post: 'quan-ly-do-thi',
        person: 'n',
        roles: ['officer', 'publisher'],
      })
      expect(await actorAt(record, 'n', 'khong-co', today)).toBeNull()
    })

    test('a second time changes nothing, so that a start of the server leaves no trace', async () => {
      const record = await open()
      await enterTown(record, town)
      const before = await record.read((db) => head(db))
      await enterTown(record, town)
      expect(await record.read((db) => head(db))).toEqual(before)
    })

    test('a post that is closed cannot be acted for after its last day', async () => {
      const record = await open()
      const closed = { ...town.posts[0]!, to: '2025-07-01' as Day }
      await enterTown(record, { ...town, posts: [closed] })
      expect(await actorAt(record, 'n', closed.id, '2025-06-30' as Day)).not.toBeNull()
      expect(await actorAt(record, 'n', closed.id, '2025-07-01' as Day)).toBeNull()
    })

    test('the name of who fills a post stands apart from the facts, where it can be erased', async () => {
      const record = await open()
      const name = 'Người Thí Dụ'
      await enterTown(record, {
        ...town,
        people: [{ id: 'nguoi-1', name }],
        incumbencies: [{ post: 'lanh-dao', person: 'nguoi-1' }],
      })
      const bodies = await record.read((db) => db.selectFrom('fact_version').select('body').execute())
      expect(JSON.stringify(bodies)).not.toContain(name)
      expect(await record.read((db) => personalValue(db, 'uy-ban', 'person/nguoi-1'))).toBe(name)
    })
  })
})
