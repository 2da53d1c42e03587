// For tests: answers of the verifier by decree, where its mathematics is tested elsewhere.
import type { SignerVerdict } from '../signatures/whose-signature.ts'
import { TODAY } from '../test-authority.ts'
import type { Proof } from './evidence.ts'
import type { Judgement } from './settle.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

export const PROOF: Proof = {
  certificate: { commonName: 'ТЕСТ', issuer: 'ТЕСТ ҰКО', serial: '01', algorithm: 'gost2015-512', notAfter: TODAY },
  chain: [bytes('person'), bytes('authority')],
  report: { outcome: 'valid', reasons: [], signers: [] },
  revocation: { status: 'good', source: 'ocsp', at: new Date('2026-06-16T12:00:01+05:00'), proof: bytes('answer') },
  timestamp: { at: new Date('2026-06-16T12:00:02+05:00'), authority: 'TSA', token: bytes('token') },
  extended: bytes('extended'),
}

export const GOOD: Judgement = { kind: 'good', proof: PROOF }
export const SILENT: Judgement = { kind: 'unknown', why: 'revocation-unknown' }
export const BUSY: Judgement = { kind: 'unknown', why: 'busy' }
export const ENDED: Judgement = { kind: 'unknown', why: 'check-ended' }
export const REVOKED: Judgement = { kind: 'bad', code: 'signature-certificate-revoked' }

export const aSigner = (iin: SignerVerdict['iin']): SignerVerdict => ({ kind: 'signer', iin, ...PROOF })
