// The sample messages of the protocol, those recorded or documented: the same request in, the same shape of answer out.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { openPageSocket } from '../testing/page-socket.ts'
import { vectors } from '../testing/vectors.ts'
import { type NcaLayer, startNcaLayer } from './server.ts'
import type { Behaviour, Settings } from './settings.ts'

type Frame = { readonly dir: 'page->ncalayer' | 'ncalayer->page'; readonly json?: unknown; readonly text?: string }
type Sample = { readonly $about: { readonly basis: string; readonly kind: string }; readonly frames: readonly Frame[] }

/** What a sample needs of the simulator, where it is not its usual self. */
const CONDITIONS: Readonly<Record<string, { settings?: Partial<Settings>; script?: readonly Behaviour[] }>> = {
  'sign-cancelled.json': { script: ['cancel'] },
  'module-not-found.json': { script: ['module-not-found'] },
  'sign-error-general-error.json': { script: ['general-error'] },
  'sign-error-invalid-signing-params.json': { script: ['invalid-signing-params'] },
  'sign-error-signing-failure.json': { script: ['signing-failure'] },
  'sign-cms-attached-string-result.json': { settings: { result: 'string', version: '1.2' } },
  'sign-cms-hash.json': { settings: { key: 'rsa2048_individual_sign_valid_2023-11-16_641e7295.p12', check: false } },
  'greeting-1_1.json': { settings: { version: '1.1' } },
  'greeting-1_2.json': { settings: { version: '1.2' } },
  'greeting-1_3.json': { settings: { version: '1.3' } },
}

/** Other modules and the formats that the simulator says it does not sign. */
const NOT_SIMULATED = /^(cu-|accessory-|kaztoken-|sign-xml-|sign-raw-)/

const folder = vectors('protocols/messages/ncalayer')
const genuineKeys = vectors('pki/vectors/p12')
const all = folder ? readdirSync(folder).toSorted() : []
const read = (file: string) => JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8')) as Sample
const samples = all.filter(file => /^(OBSERVED|DOCUMENTED)/.test(read(file).$about.basis) && !NOT_SIMULATED.test(file))

describe.skipIf(!folder || !genuineKeys)('the samples of the protocol', () => {
  let demo: DemoDir
  let ncalayer: NcaLayer
  beforeAll(async () => {
    demo = await makeDemoDir()
    const keys = [demo.keysDir, genuineKeys ?? '']
    ncalayer = await startNcaLayer({ port: 0, keys, now: () => NOW })
    console.log(
      `samples of the protocol played: ${samples.length} of ${all.length}, the rest not simulated or not sure`,
    )
  })
  afterAll(async () => {
    await ncalayer.close()
    demo.remove()
  })

  it('are there', () => expect(samples.length).toBeGreaterThan(15))

  for (const file of samples) {
    it(`${file}: ${read(file).$about.kind}`, async () => {
      const { settings, script = [] } = CONDITIONS[file] ?? {}
      ncalayer.configure({ mode: 'auto', check: false, result: 'array', version: '1.4', ...settings })
      ncalayer.script(script)
      await play(ncalayer.url, read(file).frames)
    })
  }
})

async function play(url: string, frames: readonly Frame[]): Promise<void> {
  const page = await openPageSocket(url)
  try {
    for (const frame of frames) {
      if (frame.dir === 'page->ncalayer') page.send(frame.text ?? frame.json)
      else if (frame.text === undefined) expect(shapeOf(await page.json())).toEqual(shapeOf(frame.json))
      else expect(await page.next()).toBe(frame.text)
    }
  } finally {
    page.close()
  }
}

/** Signatures and sentences differ from sample to sample; codes, versions, details and everything else must not. */
function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(item => shapeOf(item, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)]))
  }
  return typeof value === 'string' && (key === 'result' || key === 'message') ? 'a string' : value
}
