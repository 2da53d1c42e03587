// What proves a withdrawal, kept with its record: the document, the signature as it came, the chain, the answer about
// revocation, the time stamp, the signature with both beside it, and the report.
import { createHash } from 'node:crypto'
import type { Tx } from '../database/sql.ts'
import type { SignerVerdict } from '../signatures/whose-signature.ts'
import type { DraftRow } from './draft-store.ts'
import type { Attempt } from './signature-store.ts'

export type Proof = Pick<SignerVerdict, 'certificate' | 'chain' | 'report' | 'revocation' | 'timestamp' | 'extended'>

type Kept = {
  readonly attempt: Attempt
  readonly draft: DraftRow
  readonly proof: Proof
  readonly registration: string
  readonly now: Date
}

/** Adds the record of a withdrawal and every piece of its evidence. */
export async function keepWithdrawal(tx: Tx, kept: Kept): Promise<void> {
  const { attempt, draft, proof, registration, now } = kept
  await tx`
    insert into withdrawal ${tx({
      iin: attempt.iin,
      registration,
      application: attempt.application,
      draft: draft.id,
      signature: attempt.id,
      method: 'eds',
      certificate: tx.json(JSON.parse(JSON.stringify(proof.certificate))),
      revocation: proof.revocation.status,
      revocation_source: proof.revocation.source,
      revocation_at: proof.revocation.at,
      stamped_at: proof.timestamp?.at ?? null,
      stamp_authority: proof.timestamp?.authority ?? null,
      received_at: attempt.received_at,
      registered_at: now,
    })}`
  const rows = piecesOf(kept).map(piece => ({ iin: attempt.iin, registration, ...piece }))
  await tx`insert into withdrawal_evidence ${tx(rows)}`
}

/** What the proof of revocation is: the authority's own answer, or which of its lists were read (names and hashes). */
const REVOCATION_PROOF = { ocsp: 'application/ocsp-response', crl: 'application/json' } as const

function piecesOf({ attempt, draft, proof }: Kept) {
  const { chain, report, revocation, timestamp, extended } = proof
  return [
    piece('statement', 'application/pdf', draft.document),
    piece('signature', 'application/cms', attempt.cms),
    ...chain.map((der, position) => ({ ...piece('certificate', 'application/pkix-cert', der), position })),
    piece('revocation', REVOCATION_PROOF[revocation.source], revocation.proof),
    ...(timestamp ? [piece('timestamp', 'application/vnd.etsi.timestamp-token', timestamp.token)] : []),
    ...(extended ? [piece('extended', 'application/cms', extended)] : []),
    piece('report', 'application/json', Buffer.from(JSON.stringify(report))),
  ]
}

function piece(name: string, mediaType: string, content: Uint8Array) {
  const sha256 = createHash('sha256').update(content).digest()
  return { piece: name, position: 0, media_type: mediaType, content: Buffer.from(content), sha256 }
}
