// The command as its callers meet it: one line when ready, one sentence when not, a clean end.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { MAIN } from '../demo/persons.ts'
import { listen, PortBusyError, stop } from '../listen.ts'
import { openPageSocket } from '../testing/page-socket.ts'
import { coreCommand } from './core.ts'
import { seedCommand } from './seed.ts'
import { serveCommand } from './serve.ts'
import { UsageError } from './usage.ts'

const COMMAND = path.join(inject('bundle'), 'simulators.js')
const NAMES = ['ncalayer', 'ncalayer-page', 'gbdfl', 'pki', 'smtp', 'mail-page', 'sms', 'egov-mobile']
const PORTS = NAMES.map(name => `--${name}-port`)
const ANY_PORTS = PORTS.flatMap(option => [option, '0'])

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
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

type Ready = {
  readonly ready: true
  readonly ncalayer: string
  readonly ncalayerPage: string
  readonly gbdfl: string
  readonly ocspGost: string
  readonly smtp: string
  readonly mailPage: string
  readonly smsGateway: string
  readonly smsPage: string
  readonly egovMobile: string
  readonly egovMobilePage: string
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

/** `GET //`, which no program of ours would send; an answer or a cut connection is the end of it. */
async function askForNothing(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET // HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
  socket.resume()
  await once(socket, 'close')
}

async function takenPort() {
  const other = createServer()
  return { port: String(await listen(other, 0)), free: () => stop(other) }
}

describe('the command', () => {
  it('says on one line of JSON where everything is, and ends cleanly when asked', async () => {
    const child = start('--data', data, ...ANY_PORTS, '--site', 'http://127.0.0.1:8080')
    const ready = await readyLine(child)
    expect(ready.ready).toBe(true)
    const page = await openPageSocket(ready.ncalayer)
    expect(await page.json()).toEqual({ result: { version: '1.4' } })
    expect((await fetch(ready.ncalayerPage)).status).toBe(200)
    expect((await fetch(`${ready.gbdfl}/v1/persons/${MAIN.iin}`)).status).toBe(200)
    for (const page of [ready.mailPage, ready.smsPage, ready.egovMobilePage])
      expect((await fetch(page)).status, page).toBe(200)
    expect([new URL(ready.smtp).protocol, new URL(ready.smsGateway).origin]).toEqual([
      'smtp:',
      new URL(ready.smsPage).origin,
    ])
    const phone = await (await fetch(`${ready.egovMobile}/control`)).json()
    expect(phone).toMatchObject({ domains: ['http://127.0.0.1:8080'] })
    child.kill('SIGTERM')
    expect(await ending(child)).toEqual({ code: 0, said: '' })
  })

  it('finds its keys again at the second start', async () => {
    const first = await readyLine(start('--data', data, ...ANY_PORTS))
    const second = await readyLine(start('--data', data, ...ANY_PORTS))
    expect(second.persons).toEqual(first.persons)
  })

  it('ends with one sentence when a port is taken', async () => {
    const { port, free } = await takenPort()
    const { code, said } = await ending(start('--data', data, '--pki-port', port))
    await free()
    expect(code).toBe(1)
    expect(said).toBe(`Port ${port} of 127.0.0.1 is taken by another program. Stop it or choose another port.\n`)
  })

  for (const option of PORTS)
    it(`does not take another port than that of ${option}`, async () => {
      const { port, free } = await takenPort()
      const at = ANY_PORTS.indexOf(option) + 1
      await expect(serveCommand(['--data', data, ...ANY_PORTS.with(at, port)])).rejects.toThrow(PortBusyError)
      await free()
    })

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

it('the command goes on when it is asked for what is no address', async () => {
  const child = start('--data', data, ...ANY_PORTS)
  const ready = await readyLine(child)
  for (const url of [ready.gbdfl, ready.mailPage, ready.smsPage, ready.ncalayerPage, ready.ocspGost, ready.egovMobile])
    await askForNothing(Number(new URL(url).port))
  expect((await fetch(`${ready.gbdfl}/v1/persons/${MAIN.iin}`)).status).toBe(200)
})
