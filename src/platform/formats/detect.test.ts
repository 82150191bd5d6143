import { expect, test } from 'vitest'
import { kindOf } from './detect.ts'

const bytes = (text: string, ...before: number[]) =>
  Uint8Array.from([...before, ...new TextEncoder().encode(text)])
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

test.each([
  ['a PDF behind a line of a mail', bytes('X-Mail: 1\n%PDF-1.7\n'), 'pdf'],
  ['a new Word file', bytes('rest', 0x50, 0x4b, 0x03, 0x04), 'zip'],
  ['an old Word file', bytes('rest', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'ole'],
  ['RTF', bytes('{\\rtf1\\ansi}'), 'rtf'],
  [
    'a page behind its XML line and a comment',
    bytes('<?xml version="1.0"?>\n<!-- x -->\n<HTML><body>'),
    'html',
  ],
  ['a page in UTF-16', utf16('\uFEFF<html><p>Đô thị</p>'), 'html'],
  ['a scanned picture', bytes('rest', 0xff, 0xd8, 0xff), 'jpg'],
  ['a text in UTF-16 without a mark', utf16('Kế hoạch trồng cây của phường'), 'text'],
  ['a text', bytes('KẾ HOẠCH\ntrồng cây'), 'text'],
  ['a text that speaks of <p>', bytes('Thẻ <p> và <html>'), 'text'],
  ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 3, 0]), 'unknown'],
])('%s is known by its bytes, whatever its name says', (_, file, kind) => {
  expect(kindOf(file)).toBe(kind)
})
