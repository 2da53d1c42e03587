import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectRoot } from '../root.ts'
import { openEmbedded } from './embedded-database.ts'
import { findPostmaster } from './postmaster.ts'
import { connect } from './sql.ts'

function folder(): string {
  const scratch = mkdtempSync(path.join(tmpdir(), 'otinish-embedded-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  return path.join(scratch, 'data')
}

const open = (dataDir: string) => openEmbedded({ root: projectRoot(), dataDir, settings: { fsync: 'off' } })

/** Started and stopped, and started again: as the second `npm start` finds it. */
async function secondStart() {
  const dataDir = folder()
  await (await open(dataDir)).stop()
  const server = await open(dataDir)
  onTestFinished(() => server.stop())
  return { dataDir, server }
}

describe('the embedded PostgreSQL', () => {
  it('is open to loopback and to its two passwords alone, which stand in one file of ours and in no log', async () => {
    const { dataDir, server } = await secondStart()
    const sql = connect(server.ownerUrl, { connections: 1 })
    onTestFinished(() => sql.end())
    const [row] = await sql`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' })
    const methods = await sql`select distinct auth_method from pg_hba_file_rules`
    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }])

    const mode = (name: string) => statSync(path.join(dataDir, name)).mode & 0o777
    expect([mode('.'), mode('postgres'), mode('postgres-passwords.json')]).toEqual([0o700, 0o700, 0o600])
    const log = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')
    const passwords: Record<string, string> = JSON.parse(
      readFileSync(path.join(dataDir, 'postgres-passwords.json'), 'utf8'),
    )
    for (const password of Object.values(passwords)) expect(log).not.toContain(password)
    expect(log).not.toMatch(/^.*ERROR:.*$/m)
  })

  it('that was killed starts again', async () => {
    const dataDir = folder()
    await open(dataDir)
    const cluster = path.join(dataDir, 'postgres')
    const pid = findPostmaster(cluster)?.pid ?? 0
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => findPostmaster(cluster)).toBeUndefined()
    const server = await open(dataDir)
    onTestFinished(() => server.stop())
    expect(findPostmaster(cluster)?.pid).not.toBe(pid)
  })
})

describe('the file that a PostgreSQL leaves when it is killed', () => {
  const DEAD = 2 ** 22 + 1 // above every number that Linux gives
  it.each([
    ['stays, for PostgreSQL to judge by it', `${DEAD}\n/data\n`, 0, true],
    ['goes when a stranger has its number now', `${process.pid}\n/data\n`, 0, false],
    ['stays while it is being written', '', 0, true],
    ['goes when it was never written', '', 60_000, false],
  ])('%s', (_, text, age, stays) => {
    const cluster = folder()
    mkdirSync(cluster)
    const file = path.join(cluster, 'postmaster.pid')
    writeFileSync(file, text)
    const written = new Date(Date.now() - age)
    utimesSync(file, written, written)
    expect(findPostmaster(cluster)).toBeUndefined()
    expect(existsSync(file)).toBe(stays)
  })
})
