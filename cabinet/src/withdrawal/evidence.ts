// What proves a withdrawal, kept with its record: the document, the signature as it came, the chain, the answer about
// revocation, the time stamp, the signature with both beside it, and the report.
import type { SignMethod } from '../applications/kinds.ts'
import type { Tx } from '../database/sql.ts'
import { keepPieces, type Piece } from '../evidence/pieces.ts'
import type { Vault } from '../evidence/vault.ts'
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

/** Adds the record of a withdrawal and every piece of its evidence, under the key of its person; the rest is due. */
export async function keepWithdrawal(tx: Tx, vault: Vault, kept: Kept): Promise<void> {
  const { attempt, draft, proof, registration, now } = kept
  const recorded = tx`
    insert into withdrawal ${tx({
      iin: attempt.iin,
      registration,
      application: attempt.application,
      draft: draft.id,
      signature: attempt.id,
      method: methodOf(attempt.way),
      certificate: tx.json(withoutName(proof.certificate)),
      revocation: proof.revocation.status,
      revocation_source: proof.revocation.source,
      revocation_at: proof.revocation.at,
      stamped_at: proof.timestamp?.at ?? null,
      stamp_authority: proof.timestamp?.authority ?? null,
      received_at: attempt.received_at,
      registered_at: now,
    })}`
  const [, key] = await Promise.all([recorded, vault.keyFor(tx, attempt.iin, now)])
  await Promise.all([
    keepPieces(tx, { key, registration }, piecesOf(kept)),
    tx`insert into evidence_due (iin, registration, next_try_at) values (${attempt.iin}, ${registration}, ${now})`,
  ])
}

/** The name is in the certificate itself, which is kept under the person's key. */
function withoutName({ commonName: _, ...certificate }: Proof['certificate']) {
  return { ...certificate, notAfter: certificate.notAfter.toISOString() }
}

/** By the page and by another client one signs with a key of one's own; from a phone by QR. */
function methodOf(way: string): SignMethod {
  return way === 'qr' ? 'qr' : 'eds'
}

/** What the proof of revocation is: the authority's own answer, or which of its lists were read (names and hashes). */
const REVOCATION_PROOF = { ocsp: 'application/ocsp-response', crl: 'application/json' } as const

function piecesOf({ attempt, draft, proof }: Kept): readonly Piece[] {
  const { chain, report, revocation, timestamp, extended } = proof
  const stamp = 'application/vnd.etsi.timestamp-token'
  return [
    { piece: 'statement', mediaType: 'application/pdf', content: draft.document },
    { piece: 'signature', mediaType: 'application/cms', content: attempt.cms },
    ...chain.map((content, position) => ({
      ...{ piece: 'certificate' as const, position, mediaType: 'application/pkix-cert', content },
    })),
    { piece: 'revocation', mediaType: REVOCATION_PROOF[revocation.source], content: revocation.proof },
    ...(timestamp ? [{ piece: 'timestamp' as const, mediaType: stamp, content: timestamp.token }] : []),
    ...(extended ? [{ piece: 'extended' as const, mediaType: 'application/cms', content: extended }] : []),
    { piece: 'report', mediaType: 'application/json', content: Buffer.from(JSON.stringify(report)) },
  ]
}
