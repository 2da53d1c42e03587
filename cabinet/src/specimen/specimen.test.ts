// The specimen shows every page of the service, in words of every language, and is not there in production.
import { AsyncLocalStorage } from 'node:async_hooks'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { ComponentsPage } from './components-page.tsx'
import { framesOf, STATES } from './routes.tsx'

const SOURCES = 'cabinet/src'

/** Pages of words alone: the help is looked at by its own addresses. */
const OF_THE_HELP = /^help\//

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

function read(file: string): string {
  return readFileSync(join(SOURCES, file), 'utf8')
}
