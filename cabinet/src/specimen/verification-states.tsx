// The public page: three ways to check, what is wrong, and what is told of a paper, a withdrawal and a signature.
import type { Report } from '@otinish/eds/report'
import { VerificationPage } from '../verification/page.tsx'
import { CheckedPaperPage } from '../verification/paper-page.tsx'
import { ReportPage } from '../verification/report-page.tsx'
import { CheckedWithdrawalPage } from '../verification/withdrawal-page.tsx'
import { minutesLater, NOW, type States } from './specimen.ts'

const PAPER = {
  paper: 'certificate',
  initials: 'Ә. Ғ.',
  kind: 'bank-details',
  number: '1114647-ИБР',
  filedOn: '2026-06-16',
  asOf: NOW,
} as const

const SIGNER: Report['signers'][number] = {
  outcome: 'valid',
  reasons: [],
  person: {
    iin: '851315400107',
    bin: null,
    commonName: 'ӘБІЛҚАСЫМҰЛЫ ҒҰМАР',
    surname: 'ӘБІЛҚАСЫМҰЛЫ',
    patronymic: 'ӨҢДІРБЕКҰЛЫ',
  },
  certificate: {
    serial: '4b1f0c9a77de2f3a5566778899aabbccddeeff00',
    subject: 'CN=ӘБІЛҚАСЫМҰЛЫ ҒҰМАР',
    issuer: 'CN=ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022, C=KZ',
    notBefore: minutesLater(-100_000).toISOString(),
    notAfter: minutesLater(400_000).toISOString(),
    algorithm: 'gost2015-512',
    purpose: 'signing',
    roles: ['individual'],
  },
  chain: ['ӘБІЛҚАСЫМҰЛЫ ҒҰМАР', 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022'],
  signingTime: NOW.toISOString(),
  timestamp: { at: NOW.toISOString(), outcome: 'valid', authority: 'TSA GOST 2022' },
  revocation: { status: 'good', source: 'ocsp', at: NOW.toISOString() },
  verifiedAt: NOW.toISOString(),
}
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const told = (outcome: Report['outcome'], ...reasons: Report['reasons']): Report => ({
  outcome,
  reasons,
  signers: [{ ...SIGNER, outcome, reasons }],
})

/** The authority was silent. */
function unanswered(): Report {
  const report = told('indeterminate', 'revocation-unknown')
  const revocation = { status: 'unknown', source: 'none', at: NOW.toISOString() } as const
  return { ...report, signers: report.signers.map(signer => ({ ...signer, revocation })) }
}

export const verificationStates: States = {
  verify: ({ anybody }) => <VerificationPage frame={anybody} />,
  'verify-unknown': ({ anybody }) => (
    <VerificationPage frame={anybody} mistake={{ way: 'paper', code: '1234', fault: { code: 'paper-unknown' } }} />
  ),
  'verify-holds': ({ anybody }) => (
    <CheckedPaperPage
      frame={anybody}
      paper={{ ...PAPER, stands: true, certificate: { number: '1-А', status: 'accepted', validUntil: '2026-09-15' } }}
    />
  ),
  'verify-no-longer': ({ anybody }) => (
    <CheckedPaperPage
      frame={anybody}
      paper={{ ...PAPER, stands: false, certificate: { number: '1-А', status: 'refused', validUntil: '2026-09-15' } }}
    />
  ),
  'verify-files-too-large': ({ anybody }) => (
    <VerificationPage frame={anybody} mistake={{ way: 'files', fault: { code: 'files-too-large' } }} />
  ),
  'verify-withdrawal': ({ anybody }) => (
    <CheckedWithdrawalPage
      frame={anybody}
      withdrawal={{
        number: '1042-ОЖ',
        initials: 'Ә.\u00a0Ғ.',
        kind: 'bank-details',
        ofApplication: '…4647-ИБР',
        receivedAt: NOW,
        registeredAt: NOW,
        method: 'eds',
        issuer: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022',
        stampedAt: NOW,
      }}
    />
  ),
  'verify-signature-valid': ({ reader }) => (
    <ReportPage
      frame={reader}
      checked={{ report: told('valid'), document: 'same', sha256: SHA256, judged: undefined }}
    />
  ),
  'verify-signature-invalid': ({ anybody }) => (
    <ReportPage
      frame={anybody}
      checked={{ report: told('invalid', 'content-mismatch'), document: 'other', sha256: SHA256, judged: undefined }}
    />
  ),
  'verify-signature-in-archive': ({ anybody }) => (
    <ReportPage
      frame={anybody}
      checked={{
        report: unanswered(),
        document: 'inside',
        sha256: SHA256,
        judged: { path: 'withdrawal.asics/statement.pdf', unchecked: 8 },
      }}
    />
  ),
}
