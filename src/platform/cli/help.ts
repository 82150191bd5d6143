import type { Language } from '../../domain/fault.ts'
import type { Words } from '../../domain/words.ts'
import type { Command } from './command.ts'
import { optionsOf } from './parse.ts'

const words = {
  intro: {
    vi: 'dothi: đọc bản kế hoạch đô thị đã ký thành dữ liệu, giữ hồ sơ, công bố nội dung kiểm tra được.',
    en: 'dothi: reads the signed urban plan into data, keeps the record, publishes what can be checked.',
  },
  use: { vi: 'Cách dùng', en: 'Usage' },
  commands: { vi: 'Lệnh', en: 'Commands' },
  options: { vi: 'Tùy chọn', en: 'Options' },
  more: { vi: 'Xem một lệnh: npx dothi help LỆNH', en: 'One command: npx dothi help COMMAND --lang en' },
  exits: {
    vi: 'Mã thoát: 0 xong · 1 bị từ chối, lý do ở stderr · 2 lệnh viết chưa đúng.',
    en: 'Exit codes: 0 done · 1 refused, the reason is on stderr · 2 the command was not written right.',
  },
} as const satisfies Record<string, Words>

/** All commands, or one of them in full. */
export function helpText(commands: readonly Command[], command: Command | null, language: Language): string {
  const say = (key: keyof typeof words) => words[key][language]
  if (command)
    return [
      command.summary[language],
      '',
      `${say('use')}: npx dothi ${command.name} ${command.usage}`.trimEnd(),
      '',
      `${say('options')}:`,
      ...columns(optionRows(command, language)),
      '',
      say('exits'),
    ].join('\n')
  return [
    say('intro'),
    '',
    `${say('commands')}:`,
    ...columns(commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trimEnd(), summary[language]])),
    '',
    say('more'),
    say('exits'),
  ].join('\n')
}

function optionRows(command: Command, language: Language): (readonly [string, string])[] {
  return Object.entries(optionsOf(command)).map(([name, option]) => [
    option.type === 'string' ? `--${name} ${option.value ?? 'TEXT'}` : `--${name}`,
    option.summary[language],
  ])
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
