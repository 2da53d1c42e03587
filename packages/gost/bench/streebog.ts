// Megabytes a second: npx tsx packages/gost/bench/streebog.ts
// The peer hashes a large file, less the time of a process that hashes a small one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
const digest = (file: string): number => timed(() => openssl('dgst', '-md_gost12_512', file))
const theirs: Pace | undefined = hasGostEngine() ? () => 40 / (digest(large) - digest(small)) : undefined

for (const [what, pace] of [
  ['streebog-512, messages of 1 MB', ours(streebog512, MB, 4)],
  ['streebog-512, messages of 1 KB (the peer: one large file)', ours(streebog512, 1000, 4000)],
  ['streebog-256, messages of 1 MB (the peer: streebog-512)', ours(streebog256, MB, 4)],
] as const)
  compare({ what, unit: 'MB/s', ours: pace, peer: theirs })
rmSync(folder, { recursive: true })
