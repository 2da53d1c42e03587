// Megabytes a second, of Streebog and of the older GOST 34.311-95: npx tsx packages/gost/bench/streebog.ts
// The peer hashes a large file, less the time of a process that hashes a small one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gost34311 } from '../src/gost34311.ts'
import { streebog256, streebog512 } from '../src/streebog.ts'
import { compare, hasGostEngine, openssl, type Pace, timed } from './rounds.ts'

const MB = 1_000_000

/** So many messages of that length in a round. */
const ours =
  (hash: (data: Uint8Array) => Uint8Array, length: number, count: number): Pace =>
  () => {
    const message = new Uint8Array(length).map((_, i) => i)
    const seconds = timed(() => {
      for (let i = 0; i < count; i++) hash(message)
    })
    return (length * count) / MB / seconds
  }

const folder = mkdtempSync(path.join(tmpdir(), 'gost-bench-'))
const large = path.join(folder, 'large')
const small = path.join(folder, 'small')
writeFileSync(large, new Uint8Array(40 * MB))
writeFileSync(small, new Uint8Array(1))
const digest = (name: string, file: string): number => timed(() => openssl('dgst', `-${name}`, file))
const theirs = (name: string): Pace | undefined =>
  hasGostEngine() ? () => 40 / (digest(name, large) - digest(name, small)) : undefined

for (const [what, pace, peer] of [
  ['streebog-512, messages of 1 MB', ours(streebog512, MB, 4), 'md_gost12_512'],
  ['streebog-512, messages of 1 KB (the peer: one large file)', ours(streebog512, 1000, 4000), 'md_gost12_512'],
  ['streebog-256, messages of 1 MB (the peer: streebog-512)', ours(streebog256, MB, 4), 'md_gost12_512'],
  ['gost 34.311-95, messages of 1 MB (the peer: its CryptoPro parameters)', ours(gost34311, MB, 4), 'md_gost94'],
] as const)
  compare({ what, unit: 'MB/s', ours: pace, peer: theirs(peer) })
rmSync(folder, { recursive: true })
