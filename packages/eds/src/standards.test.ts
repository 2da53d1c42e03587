// The pages in docs/standards: every file and every test that they name is there, and no file that says it implements a
// standard is missing on its page.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { REPOSITORY } from './test-vectors.ts'

const FOLDER = path.join(REPOSITORY, 'docs/standards')
const SOURCES = ['packages/eds/src', 'packages/gost/src']

const pages = new Map(
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.md'))
    .map(name => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
)

/** Where a path on a page leads: below packages/eds/src unless it says otherwise. */
function fileOf(named: string): string {
  return path.join(REPOSITORY, /^(packages|docs)\//.test(named) ? named : `packages/eds/src/${named}`)
}

function filesOn(page: string): readonly string[] {
  return [...page.matchAll(/`([\w./-]+\.(?:ts|json|md|mjs))`/g)].map(([, named = '']) => named)
}

/** Files with the titles of their tests: `some.test.ts` (“a title”; “another”). */
function titlesOn(page: string): readonly { readonly file: string; readonly title: string }[] {
  return [...page.matchAll(/`([\w./-]+\.test\.ts)` \(((?:“[^”]+”(?:; )?)+)\)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  )
}

describe('the pages about standards', () => {
  for (const [name, page] of pages) {
    it(`${name} names files that are there`, () => {
      const named = filesOn(page)
      expect(named.length).toBeGreaterThan(0)
      expect(named.filter(file => !existsSync(fileOf(file)))).toEqual([])
    })

    it(`${name} names tests that are there`, () => {
      const missing = titlesOn(page).filter(({ file, title }) => !readFileSync(fileOf(file), 'utf8').includes(title))
      expect(missing).toEqual([])
    })
  }

  it('are all in the list of them', () => {
    const listed = [...(pages.get('README.md') ?? '').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name)
    expect(listed.toSorted()).toEqual([...pages.keys()].filter(name => name !== 'README.md').toSorted())
  })

  it('name every file whose first line says that it implements the standard', () => {
    const missing = sources().flatMap(file =>
      standardsIn(file).flatMap(page => (isNamed(file, page) ? [] : [`${page} does not name ${file}`])),
    )
    expect(missing).toEqual([])
  })
})

function sources(): readonly string[] {
  return SOURCES.flatMap(folder =>
    readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !/(^|\/)test-|\.test\.ts$|(^|\/)fuzz\//.test(file))
      .map(file => `${folder}/${file}`),
  )
}

/** The comment that a file begins with cites a document that has a page. */
function standardsIn(file: string): readonly string[] {
  const [head = ''] = readFileSync(path.join(REPOSITORY, file), 'utf8').split(/\n(?!\/\/)/)
  return PAGES.filter(([, cited]) => cited.test(head)).map(([page]) => page)
}

const PAGES: readonly (readonly [page: string, cited: RegExp])[] = [
  ['x690.md', /X\.690/],
  ['rfc5280.md', /RFC 5280/],
  ['rfc9618.md', /RFC 9618/],
  ['rfc5652.md', /RFC 5652/],
  ['rfc5035.md', /RFC 5035/],
  ['rfc5754.md', /RFC (5754|8017|4055|5480|5758)/],
  ['rfc5126.md', /RFC 5126|EN 319 122/],
  ['rfc3161.md', /RFC (3161|5816)/],
  ['rfc6960.md', /RFC 6960/],
  ['rfc8954.md', /RFC 8954/],
  ['rfc6986.md', /RFC 6986/],
  ['rfc7091.md', /RFC 7091/],
  ['rfc7836.md', /RFC 7836/],
  ['rfc9215.md', /RFC 9215/],
  ['gost-2004.md', /34\.310-2004|34\.311-95|RFC 583[01]/],
]

function isNamed(file: string, page: string): boolean {
  return filesOn(pages.get(page) ?? '').some(named => fileOf(named) === path.join(REPOSITORY, file))
}
