import { html, raw } from 'hono/html'
import type { Language } from '../../domain/fault.ts'
import { faultTable } from '../../platform/http/index.ts'
import { plainDocument, type Markup } from './document.ts'

/** As much of an OpenAPI document as a reader needs. */
interface ApiDocument {
  readonly paths?: Readonly<Record<string, object>>
}
interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema?: unknown
  }[]
  readonly responses?: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >
}

const words = {
  title: { vi: 'Mô tả API', en: 'The API' },
  intro: {
    vi: 'Chương trình đọc dữ liệu công khai qua các địa chỉ dưới đây. Bản cho máy đọc:',
    en: 'Programs read the public data at the addresses below. For machines:',
  },
  name: { vi: 'Tham số', en: 'Parameter' },
  required: { vi: 'bắt buộc', en: 'required' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  faults: { vi: 'Mã lỗi', en: 'Codes of refusal' },
  faultsIntro: {
    vi: 'Mọi lời từ chối là application/problem+json (RFC 9457), câu chữ theo Accept-Language.',
    en: 'Every refusal is application/problem+json (RFC 9457), with its sentence in the language of Accept-Language.',
  },
  code: { vi: 'Mã', en: 'Code' },
  sentence: { vi: 'Câu', en: 'Sentence' },
  other: { vi: 'English', en: 'Tiếng Việt' },
} as const

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** The contracts as a page for people, made from the same document that machines read. */
export function describeApi(document: ApiDocument, language: Language): Markup {
  const say = (key: keyof typeof words) => words[key][language]
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => operationOf(item, method).map((operation) => ({ method, path, operation }))),
  )
  return plainDocument(
    language,
    say('title'),
    html`<h1>${say('title')}</h1>
      <p>${say('intro')} <a href="/openapi.json">OpenAPI 3.0.3</a></p>
      <p>
        <a
          href="${language === 'vi' ? '/en/mo-ta-api' : '/mo-ta-api'}"
          lang="${language === 'vi' ? 'en' : 'vi'}"
          >${say('other')}</a
        >
      </p>
      ${operations.map(({ method, path, operation }) => describe(method, path, operation, say))}
      <h2 id="faults">${say('faults')}</h2>
      <p>${say('faultsIntro')}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="faults">
        <table>
          <thead>
            <tr>
              <th scope="col">${say('code')}</th>
              <th scope="col">HTTP</th>
              <th scope="col">${say('sentence')}</th>
            </tr>
          </thead>
          <tbody>
            ${faultTable.map(
              (fault) =>
                html`<tr id="${fault.code}">
                  <td><code>${fault.code}</code></td>
                  <td>${fault.status}</td>
                  <td>${fault[language]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  )
}

function describe(
  method: string,
  path: string,
  operation: Operation,
  say: (key: keyof typeof words) => string,
) {
  const id = `${method}${path}`.replaceAll(/[^\w-]+/g, '-')
  const parameters = operation.parameters ?? []
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}"><code>${method.toUpperCase()} ${path}</code></h2>
    ${operation.summary ? html`<p>${operation.summary}</p>` : ''}
    ${operation.description ? html`<p>${operation.description}</p>` : ''}
    ${
      parameters.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">${say('name')}</th>
                <th scope="col">${say('meaning')}</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(
                (each) =>
                  html`<tr>
                    <td>
                      <code>${each.name}</code> (${each.in}${each.required ? `, ${say('required')}` : ''})
                    </td>
                    <td>${each.description ?? ''}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : raw('')
    }
    <h3>${say('answer')}</h3>
    <ul>
      ${Object.entries(operation.responses ?? {}).map(
        ([status, response]) =>
          html`<li>
            ${status}: ${response.description} <code>${Object.keys(response.content ?? {}).join(', ')}</code>
          </li>`,
      )}
    </ul>
  </section>`
}

function operationOf(item: object, method: string): Operation[] {
  const operation = (item as Readonly<Record<string, Operation | undefined>>)[method]
  return operation === undefined ? [] : [operation]
}
