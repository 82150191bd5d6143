import { z } from '@hono/zod-openapi'
import { Fault, type Language } from '../../domain/fault.ts'
import { faults } from '../../domain/faults.ts'

/** RFC 9457. `code` is ours and never changes its meaning; `status` repeats the HTTP code. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().describe('what, where and how to mend it, in the language of Accept-Language'),
    instance: z.string().describe("the request's id, by which the log is searched"),
  })
  .openapi('Problem')

type Problem = z.infer<typeof problemSchema>

const titles: Readonly<Record<number, readonly [vi: string, en: string]>> = {
  400: ['Yêu cầu chưa đúng', 'Bad request'],
  401: ['Cần đăng nhập', 'Sign-in needed'],
  403: ['Không được phép', 'Not allowed'],
  404: ['Không tìm thấy', 'Not found'],
  405: ['Không nhận cách gửi này', 'Method not allowed'],
  408: ['Quá thời gian chờ', 'Request timeout'],
  409: ['Có thay đổi trùng nhau', 'Conflict'],
  413: ['Nội dung quá lớn', 'Too large'],
  415: ['Định dạng không hỗ trợ', 'Unsupported format'],
  422: ['Nội dung không xử lý được', 'Cannot be processed'],
  423: ['Đang bị khóa', 'Locked'],
  431: ['Phần đầu yêu cầu quá lớn', 'Header fields too large'],
  503: ['Chưa sẵn sàng', 'Not ready'],
}

export function problemOf(fault: Fault, language: Language, request: string): Problem {
  const [vi, en] = titles[fault.status] ?? ['Hệ thống gặp lỗi', 'Internal error']
  const told = fault.code === 'internal' ? new Fault('internal', { request }) : fault
  return {
    type: `${language === 'en' ? '/en' : ''}/mo-ta-api#${fault.code}`,
    title: language === 'en' ? en : vi,
    status: fault.status,
    code: fault.code,
    detail: told.sentence(language),
    instance: `urn:dothi:request:${request}`,
  }
}

/** What was thrown as what the reader is told; anything but a `Fault` is our own mistake. */
export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('internal', {}, error)
}

/** All codes with status and sentences, for the readable description of the API. */
export const faultTable = Object.entries(faults).map(([code, { status, vi, en }]) => ({
  code,
  status,
  vi,
  en,
}))
