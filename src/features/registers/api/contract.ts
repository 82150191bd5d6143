import { createRoute, z } from '@hono/zod-openapi'
import { disclosures, stages } from '../model/entry.ts'

/** Beside the other staff addresses; "lớp dữ liệu" is what a GIS officer calls a register, "đối tượng" an entry. */
const base = '/api/can-bo/lop-du-lieu'
const day = z.iso.date()
const known = z.union([z.coerce.number().int().nonnegative(), day]).optional()
const problem = { description: 'application/problem+json' }
const register = z.object({ register: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/) })
const entry = register.extend({ entry: z.string().min(1).max(100) })
const words = z.object({ vi: z.string(), en: z.string() })
const box = z.array(z.number()).length(4)

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  422: problem,
})
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})
/** The public description does not tell that these exist. */
const hide = true

/** What positions, `bbox` and `point` of a question and its answer are in. */
const crs = z.string().max(200).optional().openapi({
  description:
    'Hệ tọa độ của câu hỏi và câu trả lời: CRS84 (mặc định; kinh độ rồi vĩ độ, độ) hoặc mã mặt phẳng VN-2000 như vn2000-tm3-108-00 (đông rồi bắc, mét: Y trước X của bảng tọa độ). / Coordinates of question and answer: CRS84 (default; longitude, then latitude, in degrees) or the id of a VN-2000 plane such as vn2000-tm3-108-00 (east, then north, in metres).',
  example: 'CRS84',
})
const toldCrs = z
  .object({
    id: z.string(),
    name: words,
    axes: z.array(z.enum(['longitude', 'latitude', 'east', 'north'])).length(2),
    unit: z.enum(['degree', 'metre']),
    operation: z.object({ id: z.string(), name: words }).nullable(),
  })
  .openapi({
    description:
      'Hệ tọa độ của câu trả lời, thứ tự trục và phép chuyển có tên / Coordinates of the answer, the order of their axes, and the named operation that made them',
  })
const numbers = (count: number, description: string) =>
  z
    .string()
    .regex(new RegExp(`^-?[\\d.]+(,-?[\\d.]+){${count - 1}}$`))
    .optional()
    .openapi({ description })
const bbox = numbers(
  4,
  'Hộp theo crs: tây,nam,đông,bắc. Trả về đối tượng mà hình của nó (không chỉ hộp bao) chạm hộp; hộp theo độ được tìm bằng hộp bao của nó trên mặt phẳng của hồ sơ. / A box in crs: west,south,east,north. Entries whose shape, not only the box around it, meets it; a box in degrees is searched as the smallest box around it in the record’s plane.',
)
const point = numbers(
  2,
  'Điểm theo crs: kinh độ,vĩ độ hoặc đông,bắc. Trả về đối tượng chứa điểm. / A point in crs: longitude,latitude or east,north. Entries that the point lies in.',
)

const property = z.union([z.string(), z.number(), z.boolean()])
/** Positions in the `crs` of the question, in the order that the answer's `crs.axes` says. */
const geometry = z.object({ type: z.string(), coordinates: z.array(z.any()) })
const release = z.object({
  number: z.string(),
  issuer: z.string(),
  issuedOn: day,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
const value = {
  disclosure: z.enum(disclosures),
  releasedBy: release.nullable(),
  stage: z.enum(stages),
  status: z.string().nullable(),
  accuracy: z.number().nullable(),
  source: z.looseObject({ made: z.enum(['file', 'hand', 'built']), name: z.string() }),
  label: z.string(),
  geometry: geometry.nullable(),
  properties: z.record(z.string(), property),
}
const version = z.object({
  id: z.string(),
  valid: z.object({ from: day, to: day.nullable() }),
  recorded: z.object({ from: z.int(), to: z.int().nullable() }),
  ...value,
})
const item = version.extend({ box: box.nullable() })

/** A change as an officer sends it. */
export const draftSchema = z.strictObject({
  stage: z.enum(stages),
  status: z.string().nullable().default(null),
  accuracy: z.number().nullable().optional(),
  disclosure: z.enum(['internal', 'restricted']).optional(),
  source: z.string().min(1).max(250),
  geometry: geometry.nullable(),
  crs,
  properties: z.record(z.string(), property),
})
/** The world changed on a day; or we had it wrong, in the version of a day or over a period. */
export const whenSchema = z.union([
  z.strictObject({ changedFrom: day }),
  z.strictObject({ correctedOn: day }),
  z.strictObject({ correctedIn: z.strictObject({ from: day, to: day.nullable() }) }),
])
const change = { reason: z.string().trim().min(1).max(1000), basedOn: z.int().nonnegative().optional() }
const written = z.object({ id: z.string(), revision: z.int() })
const at = { on: day.optional(), known, crs }

export const routes = {
  list: createRoute({
    method: 'get',
    path: base,
    hide,
    summary:
      'Các lớp dữ liệu, số đối tượng và phạm vi tại một ngày / Registers with counts and extents on a day',
    request: { query: z.object(at) },
    responses: json(
      z.object({
        on: day,
        crs: toldCrs,
        registers: z.array(
          z.looseObject({ id: z.string(), name: words, count: z.int(), box: box.nullable() }),
        ),
      }),
      'Registers',
    ),
  }),
  items: createRoute({
    method: 'get',
    path: `${base}/{register}/doi-tuong`,
    hide,
    summary: 'Đối tượng của một lớp, từng trang / Entries of a register, a page at a time',
    request: {
      params: register,
      query: z.object({
        ...at,
        bbox,
        point,
        q: z.string().max(200).optional(),
        /** field=value, repeated; `field<value`, `field>value` for numbers and days. */
        where: z.union([z.string(), z.array(z.string()).max(10)]).optional(),
        sort: z
          .string()
          .regex(/^-?[A-Za-z][A-Za-z0-9]*$/)
          .optional(),
        after: z.string().max(1000).optional(),
        limit: z.coerce.number().int().min(1).max(5000).default(200),
        geometry: z.enum(['true', 'false']).default('true'),
      }),
    },
    responses: json(
      z.object({
        on: day,
        crs: toldCrs,
        count: z.int(),
        box: box.nullable(),
        items: z.array(item),
        next: z.string().nullable(),
      }),
      'Entries',
    ),
  }),
  around: createRoute({
    method: 'get',
    path: `${base}/doi-tuong`,
    hide,
    summary:
      'Những gì có tại một điểm hoặc trong một hộp, ở mọi lớp / What lies at a point or in a box, in every register',
    request: {
      query: z.object({ ...at, bbox, point, limit: z.coerce.number().int().min(1).max(1000).default(100) }),
    },
    responses: json(
      z.object({
        on: day,
        crs: toldCrs,
        items: z.array(item.extend({ register: z.string() })),
        /** Registers of which more lie there than `limit`. */
        more: z.array(z.string()),
      }),
      'Entries of every register',
    ),
  }),
  entry: createRoute({
    method: 'get',
    path: `${base}/{register}/doi-tuong/{entry}`,
    hide,
    summary: 'Một đối tượng với mọi phiên bản và dấu vết / One entry with all its versions and their trace',
    request: { params: entry, query: z.object({ crs }) },
    responses: json(
      z.object({
        register: z.string(),
        crs: toldCrs,
        source: z.string(),
        sourceKey: z.string(),
        versions: z.array(version),
        revisions: z.array(
          z.object({ number: z.int(), instant: z.string(), post: z.string(), reason: z.string() }),
        ),
      }),
      'Entry',
    ),
  }),
  keys: createRoute({
    method: 'get',
    path: `${base}/{register}/khoa`,
    hide,
    summary:
      'Khóa trùng và khóa có số 0 (tờ 0, thửa 0), theo khóa và theo từng mã được cấp / Doubles and noughts of the key and of each given code',
    request: {
      params: register,
      query: z.object({
        on: day.optional(),
        known,
        limit: z.coerce.number().int().min(1).max(10_000).default(1000),
      }),
    },
    responses: json(
      z.object({
        on: day,
        lists: z.array(
          z.object({
            fields: z.array(z.string()),
            total: z.int(),
            groups: z.array(
              z.object({
                values: z.array(property.nullable()),
                count: z.int(),
                nought: z.boolean(),
                /** The first twenty. */
                entries: z.array(z.string()),
              }),
            ),
          }),
        ),
      }),
      'Keys that are not one for each',
    ),
  }),
  insert: createRoute({
    method: 'post',
    path: `${base}/{register}/doi-tuong`,
    hide,
    summary: 'Nhập một đối tượng / Enter an entry',
    request: {
      params: register,
      ...body(z.strictObject({ ...change, from: day, to: day.nullable().optional(), entry: draftSchema })),
    },
    responses: json(written, 'Entered'),
  }),
  change: createRoute({
    method: 'post',
    path: `${base}/{register}/doi-tuong/{entry}/sua`,
    hide,
    summary: 'Thay đổi từ một ngày, hoặc đính chính / Change from a day, or correct',
    request: {
      params: entry,
      ...body(
        z.strictObject({
          ...change,
          entry: draftSchema,
          when: whenSchema,
        }),
      ),
    },
    responses: json(written, 'Changed'),
  }),
  end: createRoute({
    method: 'post',
    path: `${base}/{register}/doi-tuong/{entry}/ket-thuc`,
    hide,
    summary: 'Hết hiệu lực từ một ngày / Holds no more from a day on',
    request: { params: entry, ...body(z.strictObject({ ...change, day })) },
    responses: json(written, 'Ended'),
  }),
  release: createRoute({
    method: 'post',
    path: `${base}/{register}/cong-bo`,
    hide,
    summary: 'Công bố đối tượng theo văn bản / Release entries by a document',
    request: {
      params: register,
      ...body(
        z.strictObject({
          document: release,
          entries: z.union([z.array(z.string()).min(1).max(10_000), z.literal('all')]),
        }),
      ),
    },
    responses: json(z.object({ revision: z.int(), entries: z.int() }), 'Released'),
  }),
  undo: createRoute({
    method: 'post',
    path: `${base}/{register}/hoan-tac`,
    hide,
    summary: 'Hoàn tác một lần ghi / Take a revision back',
    request: {
      params: register,
      ...body(z.strictObject({ revision: z.int().positive(), reason: change.reason })),
    },
    responses: json(z.object({ revision: z.int(), entries: z.int() }), 'Taken back'),
  }),
}
