// Signing in, by each way and with what may go wrong; the phone; pages that say that something was not done.

import { aPerson } from '../applications/test-applications.ts'
import type { Progress, ShownState } from '../qr-signing/operation.ts'
import { QrPage } from '../qr-signing/page.tsx'
import { SignedStatementPage } from '../qr-signing/statement-parts.tsx'
import { SignInPage } from '../sign-in/page.tsx'
import { RehearsalPage } from '../sign-in/rehearsal-page.tsx'
import { PhoneRehearsedPage, RehearsalResultPage } from '../sign-in/rehearsal-result-page.tsx'
import type { Frame } from '../web/page.tsx'
import { ProblemPage } from '../web/problem-page.tsx'
import type { ProblemCode } from '../web/problems.ts'
import { minutesLater, NOW, type States } from './specimen.ts'

const NCALAYER = 'wss://127.0.0.1:13579'

const WORDS = {
  kk: 'Кабинетке eGov Mobile арқылы кіру',
  ru: 'Вход через eGov Mobile',
  en: 'Signing in with eGov Mobile',
}

const STATEMENT = { kk: 'QR қол қою', ru: 'QR-подписание', en: 'QR signing' }

function qr(state: ShownState, progress: Progress, draft?: string) {
  return ({ anybody, reader }: { readonly anybody: Frame; readonly reader: Frame }) => (
    <QrPage
      frame={draft ? reader : anybody}
      id="specimen"
      operation={{
        purpose: 'sign-in',
        language: anybody.language,
        confirmation: 47,
        next: undefined,
        expected: undefined,
        draft,
        overtaken: false,
        given: 0,
        madeAt: NOW,
        expiresAt: minutesLater(5),
        progress,
        sameDevice: false,
        documents: [],
      }}
      purpose={{
        heading: draft ? STATEMENT : WORDS,
        title: WORDS,
        minutes: 5,
        startsAt: '/sign-in',
        authType: 'Token',
        signMethod: 'CMS_WITH_DATA',
        key: 'any',
        documents: () => [],
      }}
      state={state}
      secondsLeft={300}
      qrText="mobileSign:https://cabinet.example/qr/v1/mgovSign/0123456789abcdef0123456789abcdef"
      launchLink="https://m.egov.kz/mobileSign/?link=https%3A%2F%2Fcabinet.example"
    />
  )
}

function problem(code: ProblemCode) {
  return ({ reader }: { readonly reader: Frame }) => {
    const t = reader.t.chrome.problem
    const next = [{ text: t.toApplications, href: `/${reader.language}/applications` }]
    return <ProblemPage frame={reader} code={code} next={next} requestId="01JZ4M9T7C" />
  }
}

export const signInStates: States = {
  'sign-in': ({ anybody }) => <SignInPage frame={anybody} ncalayerUrl={NCALAYER} next={undefined} />,
  'sign-in-first': ({ anybody }) => <SignInPage frame={anybody} ncalayerUrl={NCALAYER} next="/kk/applications" />,
  'sign-in-ended': ({ anybody }) => (
    <SignInPage frame={{ ...anybody, ended: 'idle' }} ncalayerUrl={NCALAYER} next="/kk/applications" />
  ),
  'sign-in-wrong-password': ({ anybody }) => (
    <SignInPage
      frame={anybody}
      ncalayerUrl={NCALAYER}
      next={undefined}
      refused={{ code: 'password-wrong', typed: '801332400126' }}
    />
  ),
  'sign-in-too-many-tries': ({ anybody }) => (
    <SignInPage
      frame={anybody}
      ncalayerUrl={NCALAYER}
      next={undefined}
      refused={{ code: 'too-many-tries', typed: '80133240012', again: minutesLater(15) }}
    />
  ),
  rehearsal: ({ anybody }) => <RehearsalPage frame={anybody} ncalayerUrl={NCALAYER} />,
  'rehearsal-refused': ({ anybody }) => (
    <RehearsalPage frame={anybody} ncalayerUrl={NCALAYER} refused="signature-certificate-revoked" />
  ),
  'rehearsal-result': ({ anybody }) => (
    <RehearsalResultPage
      frame={anybody}
      result={{
        kind: 'rehearsed',
        owner: 'ӘБІЛҚАСЫМҰЛЫ ҒҰМАР',
        iin: aPerson().iin,
        until: '2026-06-20',
        daysLeft: 3,
        issuer: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022',
        goodFor: 'signing-in',
      }}
    />
  ),
  'rehearsal-on-phone': ({ anybody }) => <PhoneRehearsedPage frame={anybody} />,
  'phone-waiting': qr('waiting', { is: 'waiting' }),
  'phone-scanned': qr('scanned', { is: 'scanned', problem: 'signature-certificate-expired' }),
  'phone-signed': qr('signed', { is: 'signed', at: NOW, answer: '', signer: aPerson().iin }),
  'phone-declined': qr('declined', { is: 'declined' }),
  'phone-failed': qr('failed', { is: 'failed', answer: '', problem: 'signature-wrong-person' }),
  'phone-expired': qr('expired', { is: 'waiting' }),
  'phone-statement-waiting': qr('waiting', { is: 'waiting' }, 'd-1'),
  'phone-statement-scanned': qr('scanned', { is: 'scanned', problem: undefined }, 'd-1'),
  'phone-statement-signed': ({ reader }) => <SignedStatementPage frame={reader} draft="d-1" />,
  'phone-statement-declined': qr('declined', { is: 'declined' }, 'd-1'),
  'phone-statement-failed': qr('failed', { is: 'failed', answer: '', problem: 'qr-wrong-person' }, 'd-1'),
  'problem-not-found': problem('not-found'),
  'problem-fault': problem('internal'),
  'problem-drafts-too-often': problem('drafts-too-often'),
}
