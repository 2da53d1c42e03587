// A list as long as the national one, read, searched and verified: node --expose-gc --import tsx packages/eds/bench/crl.ts
// The peer reads the same file, in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Crl, readCrl } from '../src/revocation/crl.ts'
import { findEntries } from '../src/revocation/crl-entries.ts'
import { judgeCrls } from '../src/revocation/judge-crl.ts'
import { crlEntry, encodeCrl } from '../src/revocation/test-crl.ts'
import { type Issued, makePerson, makeRoot, NOON } from '../src/test-certificates.ts'
import { gostKey, rsaKey, seededBytes } from '../src/test-keys.ts'

const ENTRIES = 422_065 // the national list of July 2026: 21.6 MB
const ROUNDS = 5
const MINUTE = 60_000

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => milliseconds(work)).toSorted((a, b) => a - b)
  return times[ROUNDS >> 1] ?? Number.NaN
}

/** Serial numbers of twenty octets, dates a minute apart, most with one of six reasons. */
function nationalList(issuer: Issued): { der: Uint8Array; serials: readonly bigint[] } {
  const random = seededBytes('serial numbers')
  const serials = Array.from({ length: ENTRIES }, () => BigInt(`0x10${Buffer.from(random(19)).toString('hex')}`))
  const entries = serials.map((serial, i) => {
    const revokedAt = new Date(NOON.getTime() - (i + 1) * MINUTE)
    return crlEntry(serial, i % 7 === 0 ? { revokedAt } : { revokedAt, reason: i % 7 === 6 ? 0 : i % 7 })
  })
  return { der: joined(issuer, entries), serials }
}

/** The entries as one, since a call cannot have so many arguments. */
function joined(issuer: Issued, entries: readonly Uint8Array[]): Uint8Array {
  return encodeCrl(issuer, { entries: [Buffer.concat(entries)] })
}

/** What is held, in megabytes, once what is not needed is gone. */
function held(): number {
  globalThis.gc?.()
  globalThis.gc?.() // buffers go a round later than the objects that held them
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

function measureReading(der: Uint8Array): Crl {
  readCrl(der) // warm
  const before = held()
  let crl = readCrl(der)
  const kept = held() - before
  const time = median(() => {
    crl = readCrl(der)
  })
  const memory = globalThis.gc ? `${kept.toFixed(1)} MB kept beside the file` : 'run with --expose-gc for memory'
  const peak = (process.resourceUsage().maxRSS / 1000).toFixed(0)
  console.log(`  read and indexed: ${time.toFixed(0)} ms, ${memory}, process at most ${peak} MB`)
  return crl
}

function measureFinding(crl: Crl, serials: readonly bigint[]): void {
  const asked = serials.filter((_, i) => i % 422 === 0)
  const time = median(() => {
    for (const serial of asked) {
      if (findEntries(crl.entries, serial).length !== 1) throw new Error('an entry is lost')
      if (findEntries(crl.entries, serial + 1n).length !== 0) throw new Error('an entry is made up')
    }
  })
  console.log(`  found or not: ${((time / asked.length / 2) * 1000).toFixed(1)} µs each`)
}

function measureJudging(crl: Crl, issuer: Issued): void {
  const { certificate } = makePerson(issuer, rsaKey('person'))
  const verifiedLinks = new Set<string>()
  const trust = { anchors: [issuer.certificate], intermediates: [], verifiedLinks }
  const judge = () => {
    const { is } = judgeCrls({ certificate, issuer: issuer.certificate, at: NOON, crls: [crl], trust })
    if (is !== 'good') throw new Error(is)
  }
  console.log(`  judged at first: ${milliseconds(judge).toFixed(0)} ms; known: ${median(judge).toFixed(2)} ms`)
}

/** OpenSSL's reading, less the time of a process that reads a short list. */
function measurePeer(der: Uint8Array, short: Uint8Array): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'crl-bench-'))
  const read = (name: string, octets: Uint8Array): number => {
    const file = path.join(folder, name)
    writeFileSync(file, octets)
    return median(() => spawnSync('openssl', ['crl', '-inform', 'DER', '-in', file, '-noout']))
  }
  const time = read('long', der) - read('short', short)
  rmSync(folder, { recursive: true })
  console.log(`  OpenSSL reads it in ${time.toFixed(0)} ms`)
}

for (const [name, key] of [
  ['GOST-512', gostKey('authority')],
  ['RSA-2048', rsaKey('authority')],
] as const) {
  const issuer = makeRoot(key, 'AUTHORITY')
  const { der, serials } = nationalList(issuer)
  console.log(`a list of ${ENTRIES} entries, ${(der.length / 1e6).toFixed(1)} MB, ${name}`)
  const crl = measureReading(der)
  measureFinding(crl, serials)
  measureJudging(crl, issuer)
  measurePeer(der, encodeCrl(issuer))
}
