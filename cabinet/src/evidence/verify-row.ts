// Does the row of a withdrawal say what its evidence says? Pages and answers are made from the row; only the evidence is under a leaf.
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { readCertificate } from '@otinish/eds/x509/certificate'
import { signerFacts } from '../signatures/examine.ts'
import type { Entry } from './archive-store.ts'
import { readKeptReport } from './kept-report.ts'
import type { Opened, Wrongs } from './verify-withdrawal.ts'

/** Each column by the piece that says the same; what the sealed record says is compared with that record. */
export function wrongInRow(entry: Entry, opened: Opened): Wrongs {
  if (!entry.received_at) return [] // it is told as gone
  const report = readKeptReport(opened.get('report 0'))
  if (!report) return opened.has('report 0') ? ['changed: report 0'] : []
  const { source, at } = report.revocation
  const isChecked = source !== 'none'
  const pairs = {
    revocation: [
      [entry.revocation, entry.revocation_source, entry.revocation_at?.toISOString() ?? null],
      isChecked ? ['good', source, at] : ['unchecked', null, null],
    ],
    'time stamp': [
      [entry.stamped_at?.toISOString() ?? null, entry.stamp_authority],
      [report.timestamp?.at ?? null, report.timestamp?.authority ?? null],
    ],
    certificate: [entry.certificate, factsIn(opened.get('certificate 0'), { named: isNamed(entry.certificate) })],
    draft: [entry.draft_sha256, sha256(opened.get('statement 0'))],
    signature: [entry.cms_sha256, sha256(opened.get('signature 0'))],
  }
  const others = Object.entries(pairs).filter(
    ([, [kept, said]]) => said !== undefined && !isDeepStrictEqual(kept, said),
  )
  return others.map(([name]) => `its row has another ${name}`)
}

/** With the name, where the row has it in clear still. */
function factsIn(certificate: Uint8Array | undefined, { named }: { readonly named: boolean }): unknown {
  try {
    if (!certificate) return undefined
    const { commonName, ...facts } = signerFacts(readCertificate(certificate))
    return JSON.parse(JSON.stringify({ ...facts, ...(named && { commonName }) }))
  } catch {
    return undefined // a certificate that cannot be read is told as changed
  }
}

function isNamed(certificate: unknown): boolean {
  return typeof certificate === 'object' && certificate !== null && 'commonName' in certificate
}

function sha256(content: Uint8Array | undefined): string | undefined {
  return content && createHash('sha256').update(content).digest('hex')
}
