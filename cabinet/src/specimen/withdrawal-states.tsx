// Withdrawing: the last page before the signature, what is awaited, the result; a certificate.

import { aLumpSum, anApplication, detailsOf } from '../applications/test-applications.ts'
import { CertificatePage } from '../documents/certificate-page.tsx'
import type { IssuedCertificate } from '../documents/read-certificate.ts'
import { BeforePage, type BeforeView } from '../withdrawal/before-page.tsx'
import { CheckingPage } from '../withdrawal/checking-page.tsx'
import { OverPage } from '../withdrawal/over-page.tsx'
import { ResultPage, SignedOutResultPage } from '../withdrawal/result-page.tsx'
import { SignPage } from '../withdrawal/sign-page.tsx'
import { SignedOutCheckingPage } from '../withdrawal/signed-out-page.tsx'
import { aDraft, aRegistration, SIGNER } from '../withdrawal/test-drafts.ts'
import { minutesLater, NOW, type States } from './specimen.ts'

const NCALAYER = 'wss://127.0.0.1:13579'
const HELD = { is: 'checking', receivedAt: NOW, until: minutesLater(24 * 60), silent: false } as const

/** Issued to somebody who is not there: the code opens nothing. */
const CERTIFICATE: IssuedCertificate = {
  code: '0123456789ABCDEFGHJK',
  facts: {
    paper: 'certificate',
    applicant: { surname: 'Әбілқасымұлы', name: 'Ғұмар', patronymic: 'Өңдірбекұлы', iin: '········0126' },
    asOf: NOW.toISOString(),
    application: { kind: 'bank-details', number: '1114647-ИБР', filedOn: '2026-06-16', receivedAt: NOW.toISOString() },
    language: 'kk',
    standing: { status: 'accepted', since: NOW.toISOString(), registration: null },
    deadline: '2026-06-29',
    number: '17-МА',
    validUntil: '2026-09-15',
    salt: '',
  },
}

export const before = (over: Partial<BeforeView> = {}): BeforeView => ({
  details: detailsOf(anApplication()),
  draft: undefined,
  authority: { is: 'works', at: NOW },
  phone: { is: 'unseen' },
  holdHours: 24,
  ...over,
})

const EXECUTED = anApplication({ status: { is: 'executed', on: '2026-06-16' } })

export const withdrawalStates: States = {
  before: ({ reader }) => <BeforePage frame={reader} view={before()} />,
  'before-manager-resumed': ({ reader }) => (
    <BeforePage
      frame={reader}
      view={before({
        details: detailsOf(anApplication({ kind: 'tr-ipm-choose', number: '190159' })),
        draft: { id: 'd-1', expiresAt: minutesLater(30) },
        authority: { is: 'fails', since: NOW, at: NOW },
        phone: { is: 'works', at: NOW },
      })}
    />
  ),
  'before-return': ({ reader }) => (
    <BeforePage
      frame={reader}
      view={before({
        details: detailsOf(anApplication({ kind: 'tr-ipm-return', number: '190160' })),
        authority: { is: 'unseen' },
      })}
    />
  ),
  'before-executed': ({ reader }) => <BeforePage frame={reader} view={before({ details: detailsOf(EXECUTED) })} />,
  'before-never': ({ reader }) => (
    <BeforePage frame={reader} view={before({ details: detailsOf(aLumpSum({ status: { is: 'accepted' } })) })} />
  ),
  'draft-expired': ({ reader }) => <OverPage frame={reader} code="draft-expired" application={anApplication()} />,
  'draft-stopped': ({ reader }) => <OverPage frame={reader} code="draft-stopped" application={anApplication()} />,
  'draft-overtaken': ({ reader }) => <OverPage frame={reader} code="draft-overtaken" application={anApplication()} />,
  sign: ({ reader }) => <SignPage frame={reader} draft={aDraft()} ways={['eds', 'qr']} ncalayerUrl={NCALAYER} />,
  'sign-by-phone-first': ({ reader }) => (
    <SignPage frame={reader} draft={aDraft()} ways={['qr', 'eds']} ncalayerUrl={NCALAYER} />
  ),
  'sign-refused': ({ reader }) => (
    <SignPage
      frame={reader}
      draft={aDraft()}
      ways={['eds', 'qr']}
      ncalayerUrl={NCALAYER}
      agreed
      refused="signature-wrong-person"
    />
  ),
  'signature-checking': ({ reader }) => (
    <CheckingPage frame={reader} signature={HELD} application={{ id: 'a-1', number: '1114647-ИБР' }} />
  ),
  'signature-checking-signed-out': ({ anybody }) => (
    <SignedOutCheckingPage frame={anybody} signature={{ ...HELD, silent: true }} signIn="/kk/sign-in" />
  ),
  result: ({ reader }) => (
    <ResultPage
      frame={reader}
      registration={aRegistration({ timestamp: { at: NOW, authority: 'TSA GOST 2022' } })}
      signer={SIGNER}
    />
  ),
  'result-signed-out': ({ anybody }) => (
    <SignedOutResultPage frame={anybody} registration={aRegistration()} signIn="/kk/sign-in" />
  ),
  certificate: ({ reader }) => <CertificatePage frame={reader} id="a-1" certificate={CERTIFICATE} />,
}
