import { createRoute, z } from '@hono/zod-openapi'
import { changeKinds, importStates } from '../model/import/run.ts'

const base = '/api/can-bo/lop-du-lieu'
const day = z.iso.date()
const problem = { description: 'application/problem+json' }
const registerId = z.string().regex(/^[a-z][a-z0-9-]{1,62}$/)
const importId = z.object({ nhap: z.string().regex(/^[0-9a-f]{24}$/) })
const words = z.object({ vi: z.string(), en: z.string() })
const count = z.int().nonnegative()
/** The public description does not tell that these exist. */
const hide = true

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  413: problem,
  415: problem,
  422: problem,
})
const body = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** Everything about an import but its issues and differences. */
export const importView = z.object({
  id: z.string(),
  register: z.string(),
  name: z.string(),
  sha256: z.string(),
  size: count,
  state: z.enum(importStates),
  source: z.string().nullable(),
  created: z.string(),
  options: z.looseObject({}),
  /** How it was read; see `model/import/mapping.ts`. */
  mapping: z.looseObject({}).nullable(),
  summary: z
    .looseObject({
      entries: count,
      changed: count,
      counts: z.object({ new: count, changed: count, gone: count, same: count }),
      issues: z.array(z.object({ code: z.string(), count })),
      format: z.string(),
      from: day,
      crs: z.string().nullable(),
      operation: z.string().nullable(),
    })
    .nullable(),
  progress: z.object({ done: count, total: count.nullable(), message: z.string() }).nullable(),
  fault: z.looseObject({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
})

/** An issue in words, with the mend that one click does. */
const toldIssue = z.object({
  seq: z.int(),
  code: z.string(),
  weight: z.enum(['fault', 'question', 'note']),
  at: z.string(),
  /** In the record's plane, where it has one place. */
  position: z.array(z.number()).length(2).nullable(),
  /** The first thousand places, where many alike are told together. */
  places: z.array(z.array(z.number()).length(2)),
  text: words,
  mend: words,
  count,
  fids: z.array(z.string()),
  /** Null where nothing is safe to do by one click. */
  click: z
    .object({
      kind: z.string(),
      field: z.string().optional(),
      values: z.array(z.string()).optional(),
      within: z.number().optional(),
    })
    .nullable(),
  /** The revision that mended it. */
  mended: z.int().nullable(),
})

const value = z.union([z.string(), z.number(), z.boolean()]).nullable()
const change = z.object({
  entry: z.string(),
  kind: z.enum(changeKinds),
  label: z.string(),
  fields: z.array(z.object({ field: z.string(), before: value, after: value })),
  /** Who changed it by hand since its source last said it; it is accepted by name, or with `hand` alone. */
  hand: z
    .object({
      revision: z.int(),
      instant: z.string(),
      post: z.string(),
      reason: z.string(),
      fields: z.array(z.string()),
    })
    .nullable(),
  decision: z.enum(['accepted', 'refused']).nullable(),
})

export const choiceSchema = z.union([
  z.strictObject({ all: z.literal(true), hand: z.literal(true).optional() }),
  z.strictObject({ kind: z.enum(changeKinds), hand: z.literal(true).optional() }),
  z.strictObject({ entries: z.array(z.string().min(1).max(100)).min(1).max(1000) }),
])

const done = z.object({ id: z.string() })

export const importRoutes = {
  upload: createRoute({
    method: 'post',
    path: `${base}/{register}/nhap`,
    hide,
    summary: 'Nhập một tệp bản đồ; thân là các byte của tệp / Import a map file; the body is its bytes',
    request: {
      params: z.object({ register: registerId }),
      query: z.object({
        name: z.string().min(1).max(250),
        crs: z.string().max(10_000).optional(),
        mapping: z.string().max(100).optional(),
        source: z.string().max(100).optional(),
        from: day.optional(),
        accept: z.enum(['true', 'false']).optional(),
      }),
    },
    responses: json(z.object({ id: z.string(), again: z.boolean() }), 'Received'),
  }),
  list: createRoute({
    method: 'get',
    path: `${base}/{register}/nhap`,
    hide,
    summary: 'Các lần nhập của một lớp, mới nhất trước / Imports of a register, the latest first',
    request: { params: z.object({ register: registerId }) },
    responses: json(z.object({ imports: z.array(importView) }), 'Imports'),
  }),
  view: createRoute({
    method: 'get',
    path: `${base}/nhap/{nhap}`,
    hide,
    summary: 'Một lần nhập: trạng thái, tiến độ, kết quả / One import: state, progress, result',
    request: { params: importId },
    responses: json(importView, 'Import'),
  }),
  issues: createRoute({
    method: 'get',
    path: `${base}/nhap/{nhap}/van-de`,
    hide,
    summary: 'Nội dung cần xem, từng trang / What is to be looked at, a page at a time',
    request: {
      params: importId,
      query: z.object({
        code: z.string().max(60).optional(),
        after: z.coerce.number().int().nonnegative().optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
    },
    responses: json(
      z.object({
        counts: z.array(z.object({ code: z.string(), count, mended: count })),
        issues: z.array(toldIssue),
        next: z.int().nullable(),
      }),
      'Issues',
    ),
  }),
  changes: createRoute({
    method: 'get',
    path: `${base}/nhap/{nhap}/khac-biet`,
    hide,
    summary: 'Khác biệt với hồ sơ, từng trang / Differences from the record, a page at a time',
    request: {
      params: importId,
      query: z.object({
        kind: z.enum(changeKinds).optional(),
        open: z.enum(['true', 'false']).optional(),
        after: z.string().max(100).optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
    },
    responses: json(
      z.object({
        counts: z.array(
          z.object({
            kind: z.enum(changeKinds),
            decision: z.enum(['accepted', 'refused']).nullable(),
            count,
            hand: count,
          }),
        ),
        changes: z.array(change),
        next: z.string().nullable(),
      }),
      'Differences',
    ),
  }),
  accept: createRoute({
    method: 'post',
    path: `${base}/nhap/{nhap}/chap-nhan`,
    hide,
    summary: 'Ghi khác biệt vào hồ sơ / Take differences into the record',
    request: { params: importId, ...body(choiceSchema) },
    responses: json(done, 'Queued'),
  }),
  refuse: createRoute({
    method: 'post',
    path: `${base}/nhap/{nhap}/bo`,
    hide,
    summary: 'Giữ hồ sơ như cũ / Leave the record as it is',
    request: { params: importId, ...body(choiceSchema) },
    responses: json(done, 'Refused'),
  }),
  undo: createRoute({
    method: 'post',
    path: `${base}/nhap/{nhap}/hoan-tac`,
    hide,
    summary: 'Hoàn tác cả lần nhập / Take the whole import back',
    request: { params: importId, ...body(z.strictObject({ reason: z.string().trim().min(1).max(1000) })) },
    responses: json(done, 'Queued'),
  }),
  mend: createRoute({
    method: 'post',
    path: `${base}/nhap/{nhap}/sua`,
    hide,
    summary:
      'Sửa như đề nghị: một nội dung, hoặc mọi nội dung cùng loại / Mend as proposed: one, or all of a kind',
    request: {
      params: importId,
      ...body(
        z.union([
          z.strictObject({ issue: z.int().positive(), value: z.string().max(250).optional() }),
          z.strictObject({ code: z.string().max(60), value: z.string().max(250).optional() }),
        ]),
      ),
    },
    responses: json(
      z.object({
        /** Null where nothing had to be changed. */
        revision: z.int().nullable(),
        mended: count,
        /** Issues left as they are, because the entry was changed since or the mend would do more than it may. */
        left: count,
        /** True where a job mends them, because they are many: `progress` of the import tells how far it is. */
        queued: z.boolean(),
        /** The import that reads the file another way, where that is the mend: its difference waits for a review. */
        again: z.string().nullable(),
      }),
      'Mended',
    ),
  }),
  saveMapping: createRoute({
    method: 'post',
    path: `${base}/nhap/{nhap}/anh-xa`,
    hide,
    summary: 'Lưu ánh xạ của lần nhập để dùng lại / Keep the mapping of an import to use it again',
    request: {
      params: importId,
      ...body(
        z.strictObject({ name: z.string().trim().min(1).max(100), mapping: z.looseObject({}).optional() }),
      ),
    },
    responses: json(z.object({ name: z.string() }), 'Saved'),
  }),
}
