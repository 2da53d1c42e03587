// The specimen shows every page of the service, in words of every language, and is not there in production.
import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import type { Messages } from '../web/messages/kk.ts'
import { documentOf, type Frame } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { ComponentsPage } from './components-page.tsx'
import { framesOf, STATES } from './routes.tsx'
import { type Component, componentsIn } from './test-rendered.ts'

const SOURCES = 'cabinet/src'

/** Pages of words alone: the help is looked at by its own addresses. */
const OF_THE_HELP = /^help\//

/** Components that are called as functions, for speed: by what they leave in a page, and nothing else does. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  'web/components/for-search.tsx: ForSearch': /<meta name="robots" content="noindex"\/>/,
  'web/components/icon.tsx: IconShapes': /<symbol id="icon-/,
  'web/components/icon.tsx: IconAgain': /<use href="#icon-/,
}

/** What stands for a date or a number in a message. */
const HERE = '⟨⟩'

/** What nobody may forget to look at: in which state it is, `undefined` for the page of the parts, and its words. */
const SAYS: Readonly<Record<string, readonly [state: string | undefined, message: (t: Messages) => string]>> = {
  'a deadline that has passed': ['accepted-overdue', t => t.deadline.overdue(HERE)],
  'a deadline that was kept': ['accepted-kept', t => t.deadline.change.kept(HERE, HERE)],
  'a deadline that was moved': ['accepted-moved', t => t.deadline.change.moved(HERE, HERE)],
  'a core that is silent, in the list': ['list-attention', t => t.applications.silent(HERE)],
  'a core that is silent, on a page': ['accepted-core-silent', t => t.details.silent(HERE)],
  'an address that is not clear': ['list-attention', t => t.applications.misunderstood.status],
  'an empty list': ['list-empty', t => t.applications.empty.what],
  'nothing that was found': ['list-nothing-found', t => t.applications.nothingFound],
  'an alarm that was raised': ['protection-raised', t => t.shield.banner.text],
  'a session that is about to end': [undefined, t => t.sessions.warning.soon(2)],
  'a session that has ended': ['sign-in-ended', t => t.sessions.ended.idle],
}

describe('the specimen', () => {
  for (const language of LANGUAGES)
    it(`has every state in ${language} with nothing missing`, () => {
      const frames = framesOf(aFrame(language))
      for (const [name, page] of Object.entries(STATES)) {
        const html = documentOf(page(frames))
        expect(html, name).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`))
        expect(readable(html), name).not.toMatch(/undefined|\[object|\bnull\b|NaN/)
      }
    })

  it('is rendered without a store that would make Node follow every promise of the process', () => {
    const opened = vi.spyOn(AsyncLocalStorage.prototype, 'run')
    for (const page of Object.values(STATES)) documentOf(page(framesOf(aFrame('kk'))))
    documentOf(ComponentsPage({ frame: aFrame('kk'), pages: Object.keys(STATES) }))
    expect(opened).not.toHaveBeenCalled()
    opened.mockRestore()
  })

  it('shows every page that there is', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(file =>
      /(?<!test)\.tsx$/.test(file),
    )
    const specimens = files
      .filter(file => file.startsWith('specimen/'))
      .map(read)
      .join('\n')
    const missing = files
      .filter(file => !/^(specimen|web)\//.test(file) && !OF_THE_HELP.test(file))
      .flatMap(file =>
        [...read(file).matchAll(/^export function ([A-Z]\w*Page)\(/gm)].map(([, name = '']) => ({ file, name })),
      )
      .filter(({ file, name }) => !new RegExp(`\\b${name}\\b[^;']* from '../${file}'`).test(specimens))
    expect(missing).toEqual([])
  })

  it('shows every component that pages are made of', async () => {
    const frames = framesOf(aFrame('kk'))
    const pages = [...Object.values(STATES).map(page => page(frames)), parts(frames.reader)]
    const shown = new Set(pages.flatMap(page => [...componentsIn(page)]))
    const found = (await Promise.all(componentFiles().map(exportedBy))).flat()
    expect(found.length).toBeGreaterThan(50)
    const html = pages.map(documentOf).join('')
    const missing = found.filter(({ name, component }) => !(WRITTEN[name]?.test(html) ?? shown.has(component)))
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  for (const language of LANGUAGES)
    it(`says in ${language} what is to be looked at, in the state that is named for it`, () => {
      const frames = framesOf(aFrame(language))
      for (const [name, [state, message]] of Object.entries(SAYS)) {
        const said = readable(documentOf(state === undefined ? parts(frames.reader) : STATES[state]?.(frames)))
        for (const words of message(frames.reader.t).split(HERE)) expect(said, name).toContain(readable(words))
      }
    })

  it('is there in a demonstration, for anybody, and not in production', async () => {
    const demo = await testService()
    for (const path of ['/kk/_specimen', '/ru/_specimen/refused']) {
      const answer = await demo.app.request(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('<script')
    }
    for (const path of ['/kk/_specimen/no-such', '/kk/_specimen/constructor'])
      expect((await demo.app.request(path)).status).toBe(404)
    const { app } = await testService({ settings: { MODE: 'production' } })
    for (const path of ['/kk/_specimen', '/kk/_specimen/refused']) expect((await app.request(path)).status).toBe(404)
  })
})

/** Files that make parts of pages: the help is looked at by its own addresses. */
function componentFiles(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    file => /(?<!test|page)\.tsx$/.test(file) && !file.startsWith('specimen/') && !OF_THE_HELP.test(file),
  )
}

async function exportedBy(file: string): Promise<{ readonly name: string; readonly component: Component }[]> {
  const module: Readonly<Record<string, unknown>> = await import(join(process.cwd(), SOURCES, file))
  return Object.entries(module).flatMap(([name, component]) =>
    /^[A-Z][a-z]/.test(name) && typeof component === 'function'
      ? [{ name: `${file}: ${name}`, component: component as Component }]
      : [],
  )
}

const parts = (frame: Frame) => ComponentsPage({ frame, pages: Object.keys(STATES) })

function read(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8')
}
