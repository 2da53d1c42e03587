// Papers are laid out in threads, as they are shipped.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { places, projectRoot } from '../root.ts'
import { paperRenderer } from './render-paper.ts'
import { anew, aReceipt, CODE, ORGANISATION } from './test-papers.ts'
import { openTypesetThreads } from './typeset-threads.ts'

const { fonts, statements: templates } = places(projectRoot())
const worker = pathToFileURL(path.join(inject('bundle'), 'typeset-worker.js'))
const deaths: Error[] = []
const onDeath = (error: Error) => void deaths.push(error)
const { by, ready, close } = openTypesetThreads({ fonts, templates, worker, onDeath })
afterAll(close)

const render = (typeset: typeof by.typeset) =>
  paperRenderer({ typeset, organisation: ORGANISATION, site: 'https://cabinet.example' })(aReceipt(), CODE)

/** Of every thread of this process. Fields count from the state on, which is the third: proc(5). */
function nicenesses(): number[] {
  return readdirSync('/proc/self/task').map(thread => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
  })
}

describe('a thread that lays out papers', () => {
  it('makes the bytes that are made here, for people and for jobs', async () => {
    const here = Buffer.from(await anew()(aReceipt(), CODE))
    for (const typeset of [by.typeset, by.typesetLater]) expect(here.equals(await render(typeset))).toBe(true)
  })

  it('says what it cannot lay out, and lays out the next', async () => {
    await expect(by.typeset('paper', {}, '2026-06-17')).rejects.toThrow('not laid out')
    expect((await render(by.typeset)).length).toBeGreaterThan(10_000)
  })

  it('that cannot start says so to whoever starts the service, and ends no process', async () => {
    await ready()
    const nowhere = openTypesetThreads({ fonts, templates, worker: new URL('file:///nowhere.js'), onDeath })
    await expect(nowhere.ready()).rejects.toThrow('nowhere.js')
    await nowhere.close()
    expect(deaths.filter(({ message }) => !message.includes('nowhere.js'))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')(
    'gives way to everything else when it works for a job, and no other does',
    async () => {
      const before = Math.min(...nicenesses())
      await render(by.typesetLater)
      expect(nicenesses().filter(niceness => niceness === before + 10)).toHaveLength(1)
    },
  )
})
