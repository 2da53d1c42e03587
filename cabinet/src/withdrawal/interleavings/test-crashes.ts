// For tests: a service in a process of its own that dies where it is told to, and one in this process that prepares, and helps
// like another instance; what was asked of each application is kept for the checker.
import path from 'node:path'
import { inject } from 'vitest'
import { startChild } from '../../../../ops/child.mjs'
import type { FreshOptions } from '../../database/fresh-database.ts'
import { EVIDENCE_KEY } from '../../evidence/test-vault.ts'
import { projectRoot } from '../../root.ts'
import { SERIK, TODAY, testAuthority } from '../../test-authority.ts'
import { signedIn } from '../../test-journeys.ts'
import { type TestService, testService } from '../../test-service.ts'
import { checkHistory } from './test-check-history.ts'
import type { Answer, Call, Exchange } from './test-history.ts'
import { readBooks } from './test-read-books.ts'

export type Await =
  | 'statement' // of the database
  | 'committed'
  | 'thread-asked'
  | 'thread-answered'
  | 'authority-asked' // the question has left, no answer has come
  | 'authority-answered'
  | 'answer' // ours, to whoever asked

const MINUTE = 60_000

/** The clock of who dies: what was held before is due there. */
export const OF_MORTALS = new Date(TODAY.getTime() + 2 * MINUTE)

/** When every lease of who died has ended. */
export const AFTERWARDS = new Date(TODAY.getTime() + 10 * MINUTE)

export type Crashes = Awaited<ReturnType<typeof openCrashes>>

export async function openCrashes(options: FreshOptions) {
  const service = await testService({ connections: 6, ...options })
  const { browser, store } = await signedIn(service)
  const stranger = (await signedIn(service, SERIK)).browser
  const asked = new Map<string, Exchange[]>()
  let moment = 0
  const ask = async (id: string, call: Call, send: () => Promise<Answer>): Promise<Answer> => {
    const began = moment++
    const answer = await send().catch(() => ({ is: 'unknown' }) as const)
    asked.set(id, [...(asked.get(id) ?? []), { call, asked: began, answered: moment++, answer }])
    return answer
  }
  /** A claim is called by the core, and in the audit by its request. */
  const faults = async (id: string, claim: string) => {
    const books = (await readBooks(service.database.owner)).get(id)
    if (!books) return ['it is gone']
    const log = books.log.map(entry => (entry.is === 'claimed' ? { ...entry, claim } : entry))
    return checkHistory(asked.get(id) ?? [], { ...books, log })
  }
  const stateOf = async (id: string): Promise<string> =>
    (await service.database.owner`select state from application where id = ${id}`)[0]?.['state']
  return { service, browser, store, stranger, ask, faults, stateOf }
}

export type Mortal = Awaited<ReturnType<typeof startMortal>>

export async function startMortal({ database, pki, gbdfl }: TestService) {
  const { trustDir, sealFile } = await testAuthority()
  const env = {
    ...process.env,
    MODE: 'test',
    PORT: '0',
    DATABASE_URL: database.url,
    DATA_DIR: path.join(inject('scratch'), 'mortal'),
    TRUST_DIR: trustDir,
    SESSION_KEY: '00'.repeat(32), // as in this process: a session and a code of one are known to the other
    EVIDENCE_KEY,
    SEAL_KEY: sealFile,
    OCSP_URL_GOST: pki.ocspGost,
    OCSP_URL_RSA: pki.ocspRsa,
    TSP_URL: pki.tsp,
    GBDFL_URL: gbdfl.url,
    JOBS_EVERY_MS: '600000',
    CLOCK: OF_MORTALS.toISOString(),
    LOG_LEVEL: 'error',
  }
  const child = await startChild([path.join(inject('bundle'), 'test-mortal.js')], {
    ...{ env, cwd: projectRoot(), onLine: console.error },
    isReady: line => JSON.stringify(line).includes('"ready"'),
  })
  const passed: Await[] = []
  /** To it; which awaits it passed is kept. */
  const carry = async (address: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(`${child.ready['url']}${address}`, init)
    passed.splice(0, passed.length, ...((response.headers.get('X-Passed') ?? '').split(' ') as Await[]))
    return response
  }
  return { ...child, carry, passed }
}
