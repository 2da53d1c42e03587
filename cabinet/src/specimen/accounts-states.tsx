// Registering, recovering, the profile and everything in it, with each mistake a person can make.
import type { Account } from '../accounts/account.ts'
import { aPerson } from '../applications/test-applications.ts'
import { CodePage } from '../contacts/code-page.tsx'
import { ChangePage, ContactsPage as OwnContactsPage } from '../contacts/page.tsx'
import { HistoryPage } from '../profile/history-page.tsx'
import { ProfilePage } from '../profile/page.tsx'
import { ChangedPage, ChangePage as ChangePasswordPage, ContactsFirstPage } from '../recovery/change-page.tsx'
import type { Recovery } from '../recovery/recovery.ts'
import { StartPage as RecoveryPage } from '../recovery/start-page.tsx'
import {
  CodesPage as RecoveryCodesPage,
  DonePage as RecoveryDonePage,
  PasswordPage as RecoveryPasswordPage,
} from '../recovery/step-page.tsx'
import { CodesPage } from '../registration/codes-page.tsx'
import { ContactsPage } from '../registration/contacts-page.tsx'
import { DonePage } from '../registration/done-page.tsx'
import { PasswordPage } from '../registration/password-page.tsx'
import { KnownPage, PersonPage, SilentPage } from '../registration/person-page.tsx'
import type { Registration } from '../registration/registration.ts'
import { StartPage } from '../registration/start-page.tsx'
import { DevicesPage } from '../sessions/devices-page.tsx'
import { aSession } from '../web/test-app.ts'
import { minutesLater, NOW, type States } from './specimen.ts'

const NCALAYER = 'wss://127.0.0.1:13579'
const { iin } = aPerson()
const MAIL = 'gumar@example.kz'
const PHONE = '+77010000001'

const ACCOUNT: Account = { iin, language: 'kk', contacts: { mail: MAIL, phone: PHONE }, hasPassword: true }

const REGISTRATION: Registration = {
  iin,
  way: 'eds',
  expiresAt: minutesLater(30),
  confirmed: true,
  mail: { address: MAIL, code: 'c', verified: true },
  phone: { address: PHONE, code: 'c', verified: false },
  done: false,
}

const RECOVERY: Recovery = {
  iin,
  way: 'codes',
  madeAt: NOW,
  expiresAt: minutesLater(30),
  mail: { code: 'c', verified: false },
  sms: { code: 'c', verified: false },
  done: false,
}

const LOOKS = [
  { position: '3', at: NOW, by: 'core', act: 'status-reported', application: { id: 'a-1', number: '1114647-ИБР' } },
  { position: '2', at: NOW, by: 'system', act: 'an-act-without-words', application: undefined },
]

const ACCESS = {
  sessions: [
    { key: aSession().key, way: 'eds', device: 'Chrome, Windows', since: NOW, seenAt: NOW },
    { key: 'other', way: 'egov-mobile', device: undefined, since: NOW, seenAt: NOW },
  ],
  devices: [{ id: 'd-1', label: 'Chrome, Windows', firstSeenAt: NOW, lastSeenAt: NOW }],
  signIns: [
    { at: NOW, succeeded: true, outcome: 'eds' },
    { at: NOW, succeeded: false, outcome: 'password-wrong' },
  ],
} as const

export const registrationStates: States = {
  register: ({ anybody }) => <StartPage frame={anybody} ncalayerUrl={NCALAYER} />,
  'register-refused': ({ anybody }) => (
    <StartPage frame={anybody} ncalayerUrl={NCALAYER} refused="signature-certificate-expired" />
  ),
  'register-person': ({ anybody }) => <PersonPage frame={anybody} person={aPerson()} />,
  'register-silent': ({ anybody }) => <SilentPage frame={anybody} />,
  'register-known': ({ anybody }) => <KnownPage frame={anybody} />,
  'register-contacts': ({ anybody }) => (
    <ContactsPage
      frame={anybody}
      mail="gumar@"
      phone="12"
      faults={{ mail: { code: 'mail-malformed' }, phone: { code: 'phone-malformed' } }}
    />
  ),
  'register-codes': ({ anybody }) => (
    <CodesPage frame={anybody} registration={REGISTRATION} faults={{ sms: { code: 'code-wrong', left: 3 } }} />
  ),
  'register-codes-too-soon': ({ anybody }) => (
    <CodesPage
      frame={anybody}
      registration={REGISTRATION}
      faults={{ sms: { code: 'code-too-soon', again: minutesLater(1) } }}
      sent="mail"
    />
  ),
  'register-password': ({ anybody }) => (
    <PasswordPage frame={anybody} iin={iin} faults={{ password: { code: 'password-short' } }} />
  ),
  'register-done': ({ anybody }) => <DonePage frame={anybody} />,
  'forgotten-password': ({ anybody }) => (
    <RecoveryPage frame={anybody} ncalayerUrl={NCALAYER} iin="80133" faults={{ iin: { code: 'iin-malformed' } }} />
  ),
  'forgotten-password-codes': ({ anybody }) => <RecoveryCodesPage frame={anybody} recovery={RECOVERY} sent="sms" />,
  'forgotten-password-new': ({ anybody }) => <RecoveryPasswordPage frame={anybody} iin={iin} />,
  'forgotten-password-done': ({ anybody }) => <RecoveryDonePage frame={anybody} />,
}

export const profileStates: States = {
  profile: ({ reader }) => (
    <ProfilePage frame={reader} view={{ person: aPerson(), account: ACCOUNT, broken: ['mail'], isSaved: true }} />
  ),
  'profile-without-account': ({ reader }) => (
    <ProfilePage frame={reader} view={{ person: aPerson(), account: undefined, broken: [], isSaved: false }} />
  ),
  contacts: ({ reader }) => <OwnContactsPage frame={reader} account={ACCOUNT} changed="mail" />,
  'contacts-change': ({ reader }) => (
    <ChangePage
      frame={reader}
      channel="mail"
      asksPassword
      typed="gumar@"
      faults={{ address: { code: 'mail-malformed' }, current: { code: 'password-wrong' } }}
    />
  ),
  'contacts-code': ({ reader }) => (
    <CodePage frame={reader} channel="sms" address={PHONE} fault={{ code: 'code-wrong', left: 1 }} sent />
  ),
  password: ({ reader }) => <ChangePasswordPage frame={reader} iin={iin} hasPassword asksCurrent />,
  'password-contacts-first': ({ reader }) => <ContactsFirstPage frame={reader} />,
  'password-changed': ({ reader }) => <ChangedPage frame={reader} />,
  devices: ({ reader }) => <DevicesPage frame={reader} session={aSession({ device: 'd-1' })} access={ACCESS} />,
  history: ({ reader }) => <HistoryPage frame={reader} history={{ looks: LOOKS, next: '1' }} isFirst={false} />,
  'history-empty': ({ reader }) => <HistoryPage frame={reader} history={{ looks: [], next: undefined }} isFirst />,
}
