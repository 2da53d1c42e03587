// The command as its callers meet it: one line when ready, one sentence when not, a clean end.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../demo/persons.ts'
import { listen, stop } from '../listen.ts'
import { openPageSocket } from '../testing/page-socket.ts'
import { coreCommand } from './core.ts'
import { seedCommand } from './seed.ts'
import { serveCommand } from './serve.ts'
import { UsageError } from './usage.ts'

const MAIN_FILE = path.join(import.meta.dirname, '../main.ts')
const ANY_PORTS = ['--ncalayer-port', '0', '--ncalayer-page-port', '0', '--gbdfl-port', '0', '--pki-port', '0']

let data: string
const started: ChildProcess[] = []
beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'otinish-simulators-'))
})
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN_FILE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

type Ready = {
  readonly ready: true
  readonly ncalayer: string
  readonly ncalayerPage: string
  readonly gbdfl: string
  readonly persons: readonly { readonly iin: string; readonly keys: readonly { readonly file: string }[] }[]
}

async function readyLine(child: ReturnType<typeof start>): Promise<Ready> {
  const [line] = await once(createInterface(child.stdout), 'line')
  return JSON.parse(String(line)) as Ready
}

async function ending(child: ReturnType<typeof start>) {
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, said }
}

describe('the command', () => {
  it('says on one line of JSON where everything is, and ends cleanly when asked', async () => {
    const child = start('--data', data, ...ANY_PORTS)
    const ready = await readyLine(child)
    expect(ready.ready).toBe(true)
    const page = await openPageSocket(ready.ncalayer)
    expect(await page.json()).toEqual({ result: { version: '1.4' } })
    expect((await fetch(ready.ncalayerPage)).status).toBe(200)
    expect((await fetch(`${ready.gbdfl}/v1/persons/${MAIN.iin}`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ending(child)).toEqual({ code: 0, said: '' })
  })

  it('finds its keys again at the second start', async () => {
    const first = await readyLine(start('--data', data, ...ANY_PORTS))
    const second = await readyLine(start('--data', data, ...ANY_PORTS))
    expect(second.persons).toEqual(first.persons)
  })

  for (const option of ['--ncalayer-port', '--ncalayer-page-port', '--gbdfl-port', '--pki-port']) {
    it(`ends with one sentence when the port of ${option} is taken`, async () => {
      const other = createServer()
      const port = String(await listen(other, 0))
      const at = ANY_PORTS.indexOf(option) + 1
      const { code, said } = await ending(start('--data', data, ...ANY_PORTS.with(at, port)))
      await stop(other)
      expect(code).toBe(1)
      expect(said).toBe(`Port ${port} of 127.0.0.1 is taken by another program. Stop it or choose another port.\n`)
    })
  }

  it('explains itself and exits 64 when it is called wrongly', async () => {
    const { code, said } = await ending(start('dance'))
    expect(code).toBe(64)
    expect(said).toContain('not a command: dance\nsimulators [serve]')
    expect(said).not.toContain('    at ')
  })

  for (const [what, command, args] of [
    ['an unknown option', serveCommand, ['--colour', 'red']],
    ['a port that is none', serveCommand, ['--ncalayer-page-port', 'http']],
    ['a clock that is none', serveCommand, ['--clock', 'yesterday']],
    ['a folder that is not there', serveCommand, ['--keys', '/nowhere']],
    ['a seed without an address', seedCommand, []],
    ['a core without an act', coreCommand, ['--id', 'x']],
    ['a core without a key', coreCommand, ['claim', '--id', 'x', '--core-url', 'http://127.0.0.1:1']],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const own = command === serveCommand ? ['--data', data] : []
      await expect(command([...args, ...own])).rejects.toThrow(UsageError)
    })
  }
})
