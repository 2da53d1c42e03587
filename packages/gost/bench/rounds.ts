// Measures two ways of doing the same thing in interleaved rounds, since machines change their pace from second to second.
import { spawnSync } from 'node:child_process'

const ROUNDS = 5

/** How many a second it did, in one round. */
export type Pace = () => number

type Contest = { readonly what: string; readonly unit: string; readonly ours: Pace; readonly peer: Pace | undefined }

/** Prints the median pace of each and the median of their ratios; without a peer it says so. */
export function compare({ what, unit, ours, peer }: Contest): void {
  ours() // warm
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: ours(), peer: peer?.() ?? Number.NaN }))
  const line = (name: string, paces: readonly number[]): string =>
    `${name}: ${median(paces).toFixed(1)} ${unit} (${Math.min(...paces).toFixed(1)} to ${Math.max(...paces).toFixed(1)})`
  const peerLines = [
    line(
      'OpenSSL gost-engine',
      rounds.map(round => round.peer),
    ),
    `ratio: ${median(rounds.map(round => round.ours / round.peer)).toFixed(2)}`,
  ]
  const absent = ['no peer to compare with: apt-get install openssl libengine-gost-openssl']
  console.log(
    [
      what,
      line(
        'ours',
        rounds.map(round => round.ours),
      ),
      ...(peer ? peerLines : absent),
    ].join('\n  '),
  )
}

/** Seconds on the clock. */
export function timed(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** Runs openssl with gost-engine. Throws with what it printed when it fails. */
export function openssl(command: string, ...options: readonly string[]): void {
  const { status, stderr, error } = spawnSync('openssl', [command, '-engine', 'gost', ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl ${command}: ${stderr ?? error}`)
}

export function hasGostEngine(): boolean {
  return spawnSync('openssl', ['engine', '-t', 'gost'], { encoding: 'utf8' }).stdout?.includes('[ available ]') ?? false
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
