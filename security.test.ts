// docs/security: every requirement is there once and says how it is met; every file, test and section that is named exists.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PAGE = 'docs/security/asvs.md'
const STANDARD = join(process.env['OTINISH_VECTORS'] ?? '../shared', 'suites/asvs/asvs-5.0.0.flat.json')
const LEFT_OUT = new Set(['V9', 'V10', 'V17']) // the page says why

type Row = { readonly id: string; readonly how: string; readonly where: string; readonly shown: string }

const rows: readonly Row[] = [
  ...readFileSync(PAGE, 'utf8').matchAll(/^\| (V[\d.]+) \|([^|]+)\|([^|]*)\|([^|]*)\|$/gm),
].map(([, id = '', how = '', where = '', shown = '']) => ({
  id,
  how: how.trim(),
  where: where.trim(),
  shown: shown.trim(),
}))

/** Paths are below cabinet/src unless they begin with another folder of the project. */
function fileOf(named: string): string {
  return /^(docs|ops|cabinet|packages|simulators)\//.test(named) || existsSync(named)
    ? named
    : join('cabinet/src', named)
}

const filesIn = (text: string) =>
  [...text.matchAll(/`([\w./-]+\.(?:tsx?|md|mjs|sql|json))`/g)].map(([, named = '']) => named)

/** `some.test.ts` (“a title”; “another”) */
const testsIn = (text: string) =>
  [...text.matchAll(/`([\w./-]+\.(?:test|e2e)\.tsx?)` \(((?:“[^”]+”(?:; )?)+)\)/g)].flatMap(
    ([, file = '', titles = '']) => [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  )

/** [Guessing](controls.md): a section of a page. */
const sectionsIn = (text: string) =>
  [...text.matchAll(/\[([^\]]+)\]\(([\w./-]+\.md)\)/g)].map(([, title = '', page = '']) => ({ title, page }))

function hasTest({ file, title }: { file: string; title: string }): boolean {
  return existsSync(fileOf(file)) && readFileSync(fileOf(file), 'utf8').includes(title)
}

function hasSection({ title, page }: { title: string; page: string }): boolean {
  const file = join('docs/security', page)
  return existsSync(file) && new RegExp(`^#+ ${title}$`, 'm').test(readFileSync(file, 'utf8'))
}

describe('the table of ASVS requirements', () => {
  it('names files that are there', () => {
    const named = rows.flatMap(row => filesIn(row.where + row.shown))
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(file => !existsSync(fileOf(file)))).toEqual([])
  })

  it('names tests that are there', () => {
    const named = rows.flatMap(row => testsIn(row.shown))
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter(test => !hasTest(test))).toEqual([])
  })

  it('and the table of bad input names tests that are there', () => {
    const named = testsIn(readFileSync('docs/security/threats.md', 'utf8'))
    expect(named.length).toBeGreaterThan(25)
    expect(named.filter(test => !hasTest(test))).toEqual([])
  })

  it('names sections that are there', () => {
    const named = rows.flatMap(row => sectionsIn(row.where + row.shown))
    expect(named.filter(section => !hasSection(section))).toEqual([])
  })

  it('leaves nothing blank: what holds has a place and a test or a section, what does not has its reason', () => {
    const blank = rows.filter(({ how, where, shown }) => {
      const proved = testsIn(shown).length > 0 || sectionsIn(where + shown).length > 0
      return how === 'holds' ? !proved || where.length < 10 : where.length + shown.length < 8
    })
    expect(blank).toEqual([])
    const words = new Set(rows.map(({ how }) => how))
    expect([...words].toSorted()).toEqual(['holds', 'not applicable', 'open', 'operator'])
  })

  it.skipIf(!existsSync(STANDARD))('has each requirement of levels 1 and 2 once, and no other', () => {
    type Requirement = { readonly req_id: string; readonly chapter_id: string; readonly L: string }
    const { requirements } = JSON.parse(readFileSync(STANDARD, 'utf8')) as { requirements: readonly Requirement[] }
    const asked = requirements.filter(({ L, chapter_id }) => Number(L) <= 2 && !LEFT_OUT.has(chapter_id))
    const listed = rows.map(({ id }) => id)
    console.log(`ASVS 5.0.0, levels 1 and 2: ${listed.length} of ${asked.length} requirements`)
    expect(listed.toSorted()).toEqual(asked.map(({ req_id }) => req_id).toSorted())
  })
})
