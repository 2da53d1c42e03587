// The head of every page: what is told to search engines.
import { describe, expect, it } from 'vitest'
import { Page } from './page.tsx'
import { aFrame } from './test-frame.ts'

const NOBODY = { who: undefined, visit: undefined }

describe('a page', () => {
  it('is kept out of search engines unless it describes itself', () => {
    expect(String(<Page frame={aFrame('kk')} title="x" />)).toContain('<meta name="robots" content="noindex"')
  })

  it('that describes itself is found in its language, and names the same page in the others in full', () => {
    const frame = aFrame('ru', { ...NOBODY, address: '/help?from=list' })
    const html = String(<Page frame={frame} title="x" description="Как узнать статус" />)
    expect(html).not.toContain('noindex')
    expect(html).toContain('<meta name="description" content="Как узнать статус"')
    expect(html).toContain('<link rel="canonical" href="https://cabinet.example/ru/help"')
    expect(
      [...html.matchAll(/rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, ...pair]) => pair),
    ).toEqual([
      ['kk', 'https://cabinet.example/kk/help'],
      ['ru', 'https://cabinet.example/ru/help'],
      ['en', 'https://cabinet.example/en/help'],
      ['x-default', 'https://cabinet.example/kk/help'],
    ])
  })
})
