// `npx --no eds verify` as an auditor runs it, on files that were downloaded.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Verdict = { readonly status: number | null; readonly outcome: string; readonly reasons: readonly string[] }

export function edsVerify(
  folder: string,
  { cms, content, anchors, at }: { cms: Uint8Array; content: Uint8Array; anchors: string; at?: string },
): Verdict {
  const files = { cms: join(folder, 'check.cms'), content: join(folder, 'check.pdf') }
  writeFileSync(files.cms, cms)
  writeFileSync(files.content, content)
  const when = at ? ['--at', at] : []
  const args = ['--no', 'eds', 'verify', files.cms, '--content', files.content, '--anchors', anchors, ...when, '--json']
  return verdictOf(args)
}

/** The archive as a stranger checks it: it has everything inside but whom one trusts. */
export function edsVerifyArchive(folder: string, archive: Uint8Array, trustDir: string): Verdict {
  const file = join(folder, 'check.zip')
  writeFileSync(file, archive)
  const trusted = ['--anchors', join(trustDir, 'signers'), '--tsp-anchors', join(trustDir, 'tsp')]
  return verdictOf(['--no', 'eds', 'verify', file, ...trusted, '--json'])
}

function verdictOf(args: readonly string[]): Verdict {
  const run = spawnSync('npx', args, { encoding: 'utf8' })
  const report = JSON.parse(run.stdout) as { outcome: string; reasons: string[] }
  return { status: run.status, outcome: report.outcome, reasons: report.reasons }
}

/** The same bytes with one bit turned, somewhere in the middle. */
export function flipped(bytes: Uint8Array, at = Math.floor(bytes.length / 2)): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
