import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Fault } from '../../domain/fault.ts'
import { createApi, type HttpEnv } from '../../platform/http/index.ts'
import type { Edition } from './actions/edition.ts'
import { collectionSchema, manifestSchema, type Collection } from './model/edition.ts'

const answerSchema = z.strictObject({
  /** "DỮ LIỆU MINH HỌA" where everything in it is made up. */
  notice: z.string().nullable(),
  /** SHA-256 of the manifest in canonical JSON (RFC 8785). */
  id: z.string(),
  manifest: manifestSchema,
})

const route = createRoute({
  method: 'get',
  path: '/api/editions/{collection}',
  summary: 'Bản công bố đang có hiệu lực / the edition in force',
  description:
    'Danh mục tệp kèm mã SHA-256 của từng tệp: đủ để kiểm tra một bản in hay một tệp đã tải. / The files with the SHA-256 of each: enough to check a print or a file that was fetched.',
  request: { params: z.object({ collection: collectionSchema }) },
  responses: {
    200: {
      description: 'Bản công bố / the edition',
      content: { 'application/json': { schema: answerSchema } },
    },
    404: { description: 'Chưa công bố / nothing published' },
  },
})

/** Which edition is in force, and what is in it: by this a printed answer is checked. */
export function editionApi(
  current: (collection: Collection) => Promise<Edition | null>,
): OpenAPIHono<HttpEnv> {
  return createApi().openapi(route, async (c) => {
    const { collection } = c.req.valid('param')
    const edition = await current(collection)
    if (!edition) throw new Fault('not-found', { what: `bản công bố / edition: ${collection}` })
    const notice = edition.manifest.illustration ? 'DỮ LIỆU MINH HỌA' : null
    return c.json({ notice, id: edition.id, manifest: edition.manifest }, 200, {
      'Cache-Control': 'no-cache',
    })
  })
}
