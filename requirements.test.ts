// docs/requirements.md: every item of the memo is there once, and every file, test, address named in it exists.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { testService } from './cabinet/src/test-service.ts'
import { hasTest } from './cabinet/src/test-titles.ts'

const PAGE = readFileSync('docs/requirements.md', 'utf8')
const WORDS = ['holds', 'corrected', 'planned']

type Row = {
  readonly item: string
  readonly asked: string
  readonly how: string
  readonly where: string
  readonly shown: string
}
type Test = { readonly file: string; readonly title: string }

const rows: readonly Row[] = [...PAGE.matchAll(/^\| ([A-Z]-\d+) \|([^|]+)\|([^|]+)\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, item = '', ...cells]) => {
    const [asked = '', how = '', where = '', shown = ''] = cells.map(cell => cell.trim())
    return { item, asked, how, where, shown }
  },
)

/** Paths are below cabinet/src unless they begin with another folder of the project. */
const fileOf = (named: string) =>
  /^(cabinet|docs|ops|packages|simulators)\//.test(named) ? named : join('cabinet/src', named)

const inTicks = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, named = '']) => named)
const filesIn = (text: string) =>
  inTicks(text).filter(named => /^[\w-]+(\/[\w.-]+)+$|^[\w.-]+\.(tsx?|mjs|md)$/.test(named))
const addressesIn = (text: string) => inTicks(text).filter(named => named.startsWith('/'))

/** `some.test.ts` (“a title”; “another”) */
const testsIn = (text: string): Test[] =>
  [...text.matchAll(/`([\w./-]+\.(?:test|e2e)\.tsx?)` \(((?:“[^”]+”(?:; )?)+)\)/g)].flatMap(
    ([, file = '', titles = '']) => [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  )

function numbered(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, i) => `${letter}-${String(i + 1).padStart(2, '0')}`)
}

describe('the table of what the memo asks for', () => {
  let routes: readonly RegExp[]
  beforeAll(async () => {
    const cleanups: (() => Promise<void>)[] = []
    const { app } = await testService({ until: clean => cleanups.push(clean) })
    routes = app.routes.map(({ path }) => new RegExp(`^${path.replace(/:\w+(\{.*?\}(?=\/|$))?/g, '[^/]+')}(/|$)`))
    await Promise.all(cleanups.map(clean => clean()))
  })

  it('has each of S-01 … S-124 and O-01 … O-33 once, in this order, and our own beside them', () => {
    const of = (letter: string) => rows.map(({ item }) => item).filter(item => item.startsWith(letter))
    expect(of('S')).toEqual(numbered('S', 124))
    expect(of('O')).toEqual(numbered('O', 33))
    expect(of('G')).toEqual(numbered('G', 10))
    for (const own of ['P', 'A']) expect(of(own)).toEqual(numbered(own, of(own).length))
    expect(rows).toHaveLength(PAGE.match(/^\| [A-Z]-/gm)?.length ?? 0)
  })

  it('says of each item whether it holds, and of what does not what is missing', () => {
    const unclear = rows.filter(({ how, asked }) => !WORDS.includes(how.split(/[ :,]/)[0] ?? '') || asked.length < 8)
    expect(unclear).toEqual([])
    expect(rows.filter(({ how }) => /^(planned|corrected)/.test(how) && how.length < 15)).toEqual([])
  })

  it('leaves nothing blank: what holds has a place and a test that shows it', () => {
    expect(
      rows.filter(({ how, where, shown }) => !how.startsWith('planned') && (!where || testsIn(shown).length === 0)),
    ).toEqual([])
  })

  it('names files that are there', () => {
    const named = rows.flatMap(({ where, shown }) => filesIn(where + shown))
    expect(named.length).toBeGreaterThan(400)
    expect(named.filter(file => !existsSync(fileOf(file)))).toEqual([])
  })

  it('names tests that are there', () => {
    const named = rows.flatMap(({ shown }) => testsIn(shown))
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(({ file, title }) => !hasTest(fileOf(file), title))).toEqual([])
    const quotes = rows.reduce((sum, { shown }) => sum + (shown.match(/“/g)?.length ?? 0), 0)
    expect(named).toHaveLength(quotes) // none is written so that it is overlooked
  })

  it('names addresses that the service answers', () => {
    const named = rows.flatMap(({ where }) => addressesIn(where))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(address => !routes.some(route => route.test(address)))).toEqual([])
  })

  it('has golden tests 1 to 5 by name', () => {
    const deadlines = readFileSync('cabinet/src/calendar/deadline.test.ts', 'utf8')
    expect(deadlines).toMatch(/`golden test \$\{n\}: /)
    const named = rows.filter(({ item }) => /^G-0[45]$/.test(item)).flatMap(({ shown }) => testsIn(shown))
    for (const n of [4, 5]) expect(named.some(({ title }) => title.startsWith(`golden test ${n}: `))).toBe(true)
  })
})
