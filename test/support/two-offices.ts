import { expect } from 'vitest'
import { openDothi, type Dothi } from '../../src/app/compose.ts'
import { serve, type Serving } from '../../src/app/serve.ts'
import { enterTown, roleSchema, type Role } from '../../src/features/office/index.ts'
import { readConfig } from '../../src/platform/config/index.ts'
import { exampleFolder, ownVersion } from '../server.ts'

/** The agency that things are planted for, and the one that must hear nothing of them. */
export const own = 'co-quan-chinh'
export const other = 'co-quan-khac'

export interface TwoOffices {
  readonly server: Serving
  /** The record of that server, opened beside it. */
  readonly dothi: Dothi
  /** Of the officer who is signed in. */
  readonly cookie: string
  /** The officer takes the post of a role. */
  actAs(agency: string, role: Role): Promise<void>
  close(): Promise<void>
}

/** A server in this process on a town with two agencies, each with one post for every role, and an officer signed in. */
export async function openTwoOffices(): Promise<TwoOffices> {
  const folder = await exampleFolder()
  const version = await ownVersion()
  const config = readConfig({ DOTHI_DATA: folder.data, DOTHI_PORT: '0', DOTHI_LOG: 'silent' })
  const server = await serve(config, version, () => undefined)
  const dothi = await openDothi(config, version)
  await enterTown(dothi.record, townOfAllRoles(dothi))
  const entered = await fetch(server.staff, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    server,
    dothi,
    cookie,
    async actAs(agency, role) {
      const body = new URLSearchParams({ post: `${agency}-${role}` })
      const headers = { cookie, origin: new URL(server.public).origin }
      const url = new URL('/can-bo/vi-tri', server.public)
      expect((await fetch(url, { method: 'POST', redirect: 'manual', headers, body })).status).toBe(302)
    },
    async close() {
      await dothi.close()
      await server.stop()
      await folder.remove()
    },
  }
}

function townOfAllRoles({ town }: Dothi): Dothi['town'] {
  const agencies = [own, other].map((id) => ({ id, name: `Cơ quan ${id}` }))
  const posts = agencies.flatMap(({ id: agency }) =>
    roleSchema.options.map((role) => ({
      id: `${agency}-${role}`,
      agency,
      name: `Vị trí ${role}`,
      roles: [role],
    })),
  )
  const { plan: _, office: __, ...rest } = town
  return { ...rest, agencies, posts, people: [], incumbencies: [] }
}
