import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PathChart, type ChartPoint } from './chart.tsx'
import { Chip, Facts, Marked, Share, Table } from './parts.tsx'

const point = (year: number, value: number, hollow = false): ChartPoint => ({
  year,
  value,
  said: 'đạt',
  number: String(value),
  hollow,
})
const heights = (html: string) => [...html.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y))
const places = (html: string) => [...html.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x))

describe('a chart says no more than the figures do', () => {
  test('from zero: half the value stands half as high', () => {
    const html = renderToStaticMarkup(
      <PathChart
        label="x"
        points={[point(2021, 40, true), point(2025, 60), point(2030, 80)]}
        unknown={null}
      />,
    )
    const [low = 0, , high = 0] = heights(html)
    const base = Number(/y1="([\d.]+)"/.exec(html)?.[1])
    expect(base - low).toBeCloseTo((base - high) / 2, 0)
    const [first = 0, second = 0, third = 0] = places(html)
    expect((second - first) / (third - first)).toBeCloseTo(4 / 9, 2)
    expect(html.match(/dot-hollow/g)).toHaveLength(1)
  })

  test('a baseline that nobody stated is a question mark, never a point at zero', () => {
    const html = renderToStaticMarkup(
      <PathChart label="x" points={[point(2025, 50), point(2030, 80)]} unknown="Chưa có số liệu nền" />,
    )
    expect(html).toContain('?')
    expect(heights(html)).toHaveLength(2)
    expect(Math.min(...places(html))).toBeGreaterThan(100)
  })

  test('one point, or all zero, draws numbers that a browser can draw', () => {
    for (const points of [[point(2025, 0)], [point(2025, 0), point(2030, 0)]])
      expect(renderToStaticMarkup(<PathChart label="x" points={points} unknown={null} />)).not.toMatch(
        /NaN|Infinity/,
      )
  })

  test('a share fills as much as there is, and nothing of nothing', () => {
    const width = (count: number, of: number) =>
      /<rect x="0" y="0" width="([^"]*)"/.exec(
        renderToStaticMarkup(<Share count={count} of={of} label="x" />),
      )?.[1]
    expect([width(1, 4), width(0, 0), width(3, 3)]).toEqual(['50', '0', '200'])
  })
})

describe('what is read aloud, printed and searched is the whole text', () => {
  test('marks of a search lose no letter and let no markup through', () => {
    const html = renderToStaticMarkup(
      <Marked
        text="Đạt <60% & hơn"
        hits={[
          [0, 3],
          [9, 10],
        ]}
      />,
    )
    expect(html).toBe('<mark>Đạt</mark> &lt;60% <mark>&amp;</mark> hơn')
    expect(renderToStaticMarkup(<Marked text="Đạt" hits={[]} />)).toBe('Đạt')
  })

  test('each cell of a table names its column for a phone, and its row for a screen reader', () => {
    const html = renderToStaticMarkup(
      <Table
        caption="Chỉ tiêu"
        columns={[
          { key: 'a', head: 'Tên' },
          { key: 'b', head: 'Năm' },
        ]}
        rows={[{ key: '1', id: 'ct-1', cells: { a: 'Cây', b: 2025 } }]}
      />,
    )
    expect(html).toContain('<caption>Chỉ tiêu</caption>')
    expect(html).toContain('<tr id="ct-1" role="row"><th scope="row" role="rowheader">Cây</th>')
    expect(html).toContain('data-label="Năm">2025</td>')
  })

  test('a state is told in words, and by more than its colour', () => {
    expect(renderToStaticMarkup(<Chip kind="open">Chưa có báo cáo</Chip>)).toBe(
      '<span class="chip chip-open">Chưa có báo cáo</span>',
    )
    expect(renderToStaticMarkup(<Facts rows={[{ name: 'Số', value: null }]} />)).toContain(
      '<dt>Số</dt><dd></dd>',
    )
  })
})
