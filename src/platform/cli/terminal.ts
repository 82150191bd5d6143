import type { Language } from '../../domain/fault.ts'
import type { Words } from '../../domain/words.ts'

/** Where a command speaks: its answer to stdout, everything else (progress, warnings) to stderr. */
export interface Terminal {
  readonly language: Language
  /** The one answer of the command: `value` as one line of JSON under `--json`, else what `text` makes of it. */
  answer<Value>(value: Value, text: (value: Value, language: Language) => string): void
  /** A line to stderr for the person who waits. */
  tell(words: Words): void
}

export interface Streams {
  readonly out: { write(text: string): unknown }
  readonly err: { write(text: string): unknown }
}

export function openTerminal(
  { out, err }: Streams,
  { language, json }: { readonly language: Language; readonly json: boolean },
): Terminal {
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)
  return {
    language,
    answer: (value, text) => void out.write(line(json ? JSON.stringify(value) : text(value, language))),
    tell: (words) => void err.write(line(words[language])),
  }
}
