import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { PERSONS } from '@otinish/simulators/demo/persons'
import { startGbdfl } from '@otinish/simulators/gbdfl/server'
import { startPki } from '@otinish/simulators/pki/server'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { recordAct } from './audit/act.ts'
import { freePort } from './database/free-port.ts'
import { type FreshDatabase, freshDatabase } from './database/fresh-database.ts'
import { findPostmaster } from './database/postmaster.ts'
import { projectRoot } from './root.ts'
import { AIGERIM, sign, TODAY, testAuthority } from './test-authority.ts'

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
type Started = { readonly child: ChildProcess; readonly ready: Promise<string>; readonly ended: Promise<Ended> }

const COMMAND = path.join(inject('bundle'), 'otinish.js')

function otinish(args: readonly string[], environment: Record<string, string>, input = ''): Started {
  const env = { PATH: process.env['PATH'] ?? '', ...environment }
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: projectRoot(), env })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.end(input)
  const text = { out: '', err: '' }
  child.stdout.on('data', chunk => (text.out += chunk))
  child.stderr.on('data', chunk => (text.err += chunk))
  const ended = new Promise<Ended>(resolve => child.on('close', code => resolve({ code, ...text })))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => text.out.includes('\n') && resolve(JSON.parse(text.out).url))
    child.on('close', () => reject(new Error(text.err)))
  })
  ready.catch(() => {})
  return { child, ready, ended }
}

async function settings(): Promise<Record<string, string>> {
  const dataDir = mkdtempSync(path.join(inject('scratch'), 'data-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { trustDir, sealFile } = await testAuthority()
  const port = String(await freePort())
  return {
    MODE: 'test',
    PORT: port,
    DATA_DIR: dataDir,
    TRUST_DIR: trustDir,
    SEAL_KEY: sealFile,
    GBDFL_URL: 'http://127.0.0.1:9',
    OCSP_URL_GOST: 'http://127.0.0.1:9/ocsp',
    OCSP_URL_RSA: 'http://127.0.0.1:9/ocsp',
    LOG_LEVEL: 'silent',
  }
}

/** For what is not about the embedded database: one on the server of the tests is there sooner. */
function on({ url, ownerUrl }: FreshDatabase): Record<string, string> {
  return { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: ownerUrl }
}

function postmasterOf(env: Record<string, string>): number | undefined {
  return findPostmaster(path.join(env['DATA_DIR'] ?? '', 'postgres'))?.pid
}

async function stopped(started: Started): Promise<Ended> {
  started.child.kill('SIGTERM')
  return started.ended
}

describe('otinish serve', () => {
  it('starts from nothing, says so on one line, and on SIGTERM stops all that it started', async () => {
    const env = await settings()
    const service = otinish(['serve'], env)
    const url = await service.ready
    expect(url).toBe(`http://127.0.0.1:${env['PORT']}`)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect(postmasterOf(env)).toBeGreaterThan(1)
    expect(statSync(path.join(env['DATA_DIR'] ?? '', 'postgres-passwords.json')).mode & 0o777).toBe(0o600)
    const { code, out } = await stopped(service)
    expect([code, out]).toEqual([0, `{"event":"ready","url":"${url}"}\n`])
    expect(postmasterOf(env)).toBeUndefined()
  })

  it('killed, is followed by a start that finds the database running, takes it over and stops it in the end', async () => {
    const env = await settings()
    const first = otinish(['serve'], env)
    await first.ready
    const postmaster = postmasterOf(env)
    first.child.kill('SIGKILL')
    await first.ended
    expect(postmasterOf(env)).toBe(postmaster)
    const second = otinish(['serve'], env)
    expect((await fetch(`${await second.ready}/health/ready`)).status).toBe(200)
    expect(postmasterOf(env)).toBe(postmaster)
    expect((await stopped(second)).code).toBe(0)
    expect(postmasterOf(env)).toBeUndefined()
  })

  it('leaves the database to whoever started it', async () => {
    const env = await settings()
    const first = otinish(['serve'], env)
    await first.ready
    const second = otinish(['serve'], { ...env, PORT: String(await freePort()) })
    await second.ready
    expect((await stopped(second)).code).toBe(0)
    expect((await fetch(`${await first.ready}/health/ready`)).status).toBe(200)
    expect((await stopped(first)).code).toBe(0)
  })
})

describe('otinish serve, asked to stop while a signature is being checked', () => {
  it('answers first', async () => {
    const { authority, signing } = await testAuthority()
    const pki = await startPki({ port: 0, authority, now: () => TODAY })
    const gbdfl = await startGbdfl({ port: 0, persons: PERSONS })
    onTestFinished(async () => {
      await pki.close()
      await gbdfl.close()
    })
    const addresses = { GBDFL_URL: gbdfl.url, OCSP_URL_GOST: pki.ocspGost, OCSP_URL_RSA: pki.ocspRsa }
    const env = { ...(await settings()), ...on(await freshDatabase()), ...addresses, CLOCK: TODAY.toISOString() }
    const service = otinish(['serve'], env)
    const url = await service.ready
    const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' }
    const begun = await fetch(`${url}/api/v1/sign-in/challenges`, { method: 'POST', headers })
    const { id, bytes } = (await begun.json()) as { id: string; bytes: string }
    const cms = sign(signing(AIGERIM), Buffer.from(bytes, 'base64'))
    const Cookie = begun.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; ')
    pki.control({ ocsp: 'slow' })
    const body = JSON.stringify({ challenge: id, cms })
    const answer = fetch(`${url}/api/v1/sign-in/eds`, { method: 'POST', headers: { ...headers, Cookie }, body })
    await expect.poll(() => pki.asked().ocsp).toBe(1)
    const ended = stopped(service)
    await expect
      .poll(() =>
        fetch(url).then(
          () => 'open',
          () => 'shut',
        ),
      )
      .toBe('shut')
    pki.control({ ocsp: 'good' })
    expect((await answer).status).toBe(200)
    expect((await ended).code).toBe(0)
  })
})

describe('otinish serve in trouble', () => {
  it('answers ten megabytes of garbage with 413, and goes on', async () => {
    const service = otinish(['serve'], { ...(await settings()), ...on(await freshDatabase()) })
    const url = await service.ready
    const headers = { 'Content-Type': 'application/json' }
    const send = (body: RequestInit) => fetch(`${url}/api/v1/sign-in/eds`, { method: 'POST', headers, ...body })
    expect((await send({ body: 'A'.repeat(10_000_000) })).status).toBe(413)
    const endless = new ReadableStream({ pull: stream => stream.enqueue(Buffer.alloc(65_536, 65)) })
    const streamed = await send({ body: endless, duplex: 'half' } as RequestInit).catch(() => undefined)
    expect(streamed === undefined || streamed.status === 413).toBe(true) // cut off, with the answer or before it
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect((await stopped(service)).code).toBe(0)
  })

  it('meets a busy port with a sentence', async () => {
    const env = await settings()
    const taken = createServer().listen(Number(env['PORT']), '127.0.0.1')
    onTestFinished(() => void taken.close())
    const { code, out, err } = await otinish(['serve'], env).ended
    expect([code, out, err]).toEqual([
      1,
      '',
      `port ${env['PORT']} of 127.0.0.1 is busy: set PORT to another, or stop what uses it\n`,
    ])
  })

  it('does not start without an authority to trust', async () => {
    const env = await settings()
    const empty = path.join(env['DATA_DIR'] ?? '', 'trust')
    mkdirSync(empty)
    const { code, err } = await otinish(['serve'], { ...env, TRUST_DIR: empty }).ended
    expect([code, err]).toEqual([1, `TRUST_DIR: no authority's certificate in ${empty}/signers\n`])
    expect(postmasterOf(env)).toBeUndefined()
  })

  it('does not start with stamps that nobody could believe', async () => {
    const env = await settings()
    const trust = path.join(env['DATA_DIR'] ?? '', 'trust')
    cpSync(path.join(env['TRUST_DIR'] ?? '', 'signers'), path.join(trust, 'signers'), { recursive: true })
    const { code, err } = await otinish(['serve'], { ...env, TRUST_DIR: trust, TSP_URL: 'http://127.0.0.1:9/tsp' })
      .ended
    expect([code, err]).toEqual([1, `TRUST_DIR: TSP_URL is set, and no authority's certificate in ${trust}/tsp\n`])
  })
})

describe('otinish serve in production', () => {
  const VECTORS = path.resolve(projectRoot(), process.env['OTINISH_VECTORS'] ?? '../shared', 'pki/vectors')
  const production = async (): Promise<Record<string, string>> => ({
    ...(await settings()),
    MODE: 'production',
    PUBLIC_URL: 'https://cabinet.example.kz',
    SESSION_KEY: '0'.repeat(64),
    EVIDENCE_KEY: '1'.repeat(64),
    SMTP_URL: 'smtp://mail.example.kz',
    MAIL_FROM: 'no-reply@example.kz',
    SMS_URL: 'https://sms.example.kz/send',
    ORGANISATION_BIN: '000000000000',
    OCSP_URL_GOST: 'http://ocsp.example.kz',
    OCSP_URL_RSA: 'http://ocsp.example.kz',
    TSP_URL: 'http://tsp.example.kz',
  })

  it('refuses the simulated authority', async () => {
    const { code, err } = await otinish(['serve'], await production()).ended
    expect(code).toBe(1)
    expect(err).toMatch(/^configuration:\n( {2}TRUST_DIR: \S+ is a test authority\n){4}$/)
  })

  it.skipIf(!existsSync(VECTORS))('starts with the genuine authorities', async () => {
    const env = { ...(await production()), ...on(await freshDatabase()) }
    const trust = path.join(env['DATA_DIR'] ?? '', 'trust')
    for (const part of ['signers', 'tsp'])
      for (const name of ['nca_gost_2022.cer', 'nca_rsa_2022.cer'])
        cpSync(path.join(VECTORS, 'ca-prod', name), path.join(trust, part, name))
    const service = otinish(['serve'], { ...env, TRUST_DIR: trust })
    expect(await service.ready).toBe('https://cabinet.example.kz')
    const at = `http://127.0.0.1:${env['PORT']}`
    expect((await fetch(`${at}/health/ready`)).status).toBe(200)
    expect((await stopped(service)).code).toBe(0)
  })
})

describe('otinish', () => {
  it('tells its commands to whoever does not know them', async () => {
    const { code, err } = await otinish(['sing'], {}).ended
    expect([code, err.split('\n')[0]]).toEqual([64, 'otinish serve'])
  })

  it('makes a key of the core into a file that only its owner reads', async () => {
    const env = await settings()
    const out = path.join(env['DATA_DIR'] ?? '', 'core.key')
    const args = ['core-key', 'add', '--name', 'core', '--scopes', 'intake,status', '--out', out]
    const ended = await otinish(args, env).ended
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(statSync(out).mode & 0o777).toBe(0o600)
    expect(readFileSync(out, 'utf8')).toMatch(/^otk_[A-Za-z0-9_-]{43}\n$/)
    expect(ended.out).not.toContain('otk_')
    expect(postmasterOf(env)).toBeUndefined()
  })

  describe('demo-account', () => {
    const ARGS = ['demo-account', '--iin', AIGERIM.iin, '--mail', 'aigerim@example.kz', '--phone', '8 701 000 00 01']
    const PASSWORD = 'Жеті қазына 2026!'

    it('gives a person of a demonstration a password, which it reads and does not repeat', async () => {
      const env = { ...(await settings()), ...on(await freshDatabase()) }
      const { code, out, err } = await otinish(ARGS, env, `${PASSWORD}\n`).ended
      expect([code, out, err]).toEqual([0, '{"event":"account-added"}\n', ''])
      const service = otinish(['serve'], env)
      const answer = await fetch(`${await service.ready}/api/v1/sign-in/password`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
        body: JSON.stringify({ iin: AIGERIM.iin, password: PASSWORD }),
      })
      const { code: problem } = (await answer.json()) as { code: string }
      expect(problem).toBe('person-data-unavailable') // the password was right: after it the persons database is asked
      await stopped(service)
    })

    for (const [what, env, args, code, said] of [
      ['in production', { MODE: 'production' }, ARGS, 1, 'MODE: this command is for demo and test\n'],
      ['without an address', {}, ARGS.slice(0, 3), 64, expect.stringMatching(/^otinish serve\n/)],
    ] as const)
      it(`refuses ${what}`, async () => {
        const ended = await otinish(args, { ...(await settings()), ...env }, PASSWORD).ended
        expect(ended).toMatchObject({ code, err: said })
      })
  })
})

describe('otinish audit verify', () => {
  it('says that the record holds, or names the first line that does not', async () => {
    const database = await freshDatabase()
    const { owner } = database
    const env = { ...(await settings()), ...on(database), JOBS_EVERY_MS: '50' }
    const service = otinish(['serve'], env)
    await service.ready
    for (const outcome of ['one', 'two', 'three'])
      await recordAct(owner, { at: TODAY, act: 'signed-in', actor: { kind: 'person' }, outcome })
    await expect.poll(() => owner`select from audit_link`.then(links => links.length)).toBe(3) // by the service's own jobs

    const whole = await otinish(['audit', 'verify'], env).ended
    expect(JSON.parse(whole.out)).toMatchObject({ event: 'audit-verified', lines: '3', waiting: 0 })
    const { head } = JSON.parse(whole.out) as { head: string }
    expect(await otinish(['audit', 'verify', '--head', head], env).ended).toEqual(whole)
    await owner`update audit_event set outcome = 'TWO' where position = 2`
    expect(await otinish(['audit', 'verify'], env).ended).toEqual({
      code: 1,
      out: '',
      err: 'the record of acts does not hold: link 2, line 2: the line, its place or its link was changed\n',
    })
    expect((await otinish(['audit', 'verify', '--head', 'abc'], env).ended).code).toBe(64)
    await stopped(service)
  })
})
