import type { ImportIssue, IssuePlace, ToldIssue } from '../../model/import/issue.ts'
import { issueTexts } from '../../model/import/issue-texts.ts'

/** An issue in words: what, where, how to mend it. */
export function told(issue: ImportIssue): ToldIssue {
  const { vi, en, mend } = issueTexts[issue.code]
  const fill = (text: string, language: 'vi' | 'en') =>
    text.replaceAll(/\{(\w+)\}( m²?(?!\p{L}))?/gu, (_, name: string, unit = '') => {
      const value = issue.params[name] ?? '…'
      const said = typeof value === 'object' ? value[language] : String(value)
      // What has a unit is a measure: with the language's own sign before the decimals.
      return (unit !== '' && language === 'vi' ? said.replaceAll(/(?<=\d)\.(?=\d)/g, ',') : said) + unit
    })
  return {
    code: issue.code,
    at: placeText(issue.at, issue.fids),
    text: { vi: withNumber(fill(vi, 'vi'), issue, 'vi'), en: withNumber(fill(en, 'en'), issue, 'en') },
    mend: { vi: fill(mend.vi, 'vi'), en: fill(mend.en, 'en') },
  }
}

/** Of many told together the sentence says how many. */
function withNumber(text: string, { members }: ImportIssue, language: 'vi' | 'en'): string {
  if (!members) return text
  const number = members.length.toLocaleString(language)
  return text.replace(/\.?$/, ` (${number} ${language === 'vi' ? 'đối tượng' : 'features'}).`)
}

/** What all issues of a kind say, with the parts left open in which they differ. */
export function kindText(code: ImportIssue['code'], language: 'vi' | 'en'): string {
  return issueTexts[code][language].replaceAll(/"?\{\w+\}"?/g, '…')
}

/** `layer › cad layer › feature › field › x y`: as much as is known. */
export function placeText(at: IssuePlace, fids: readonly string[] = []): string {
  const { layer, cad, fid, field, position } = at
  const feature = fid ?? (fids.length > 0 ? fids.slice(0, 5).join(', ') : undefined)
  const place = position && `${position[0].toFixed(2)} ${position[1].toFixed(2)}`
  return [layer, cad, feature === undefined ? undefined : `#${feature}`, field, place]
    .filter((part) => part !== undefined && part !== '')
    .join(' › ')
}
