// An ordinary draft and an ordinary registration for tests.
import { anApplication, aPerson } from '../applications/test-applications.ts'
import { CONSENT_VERSION } from './statement.ts'
import type { Draft, Registration } from './withdrawal.ts'

export const aDraft = (over: Partial<Draft> = {}): Draft => {
  const application = over.application ?? anApplication()
  const { kind, number, filedOn } = application
  return {
    id: 'd-1',
    application,
    facts: {
      draft: 'd-1',
      person: aPerson(),
      application: { kind, number, filedOn },
      drawnUpOn: '2026-06-17',
      consentVersion: CONSENT_VERSION,
    },
    document: new TextEncoder().encode('%PDF-1.7 the statement'),
    sha256: '00',
    methods: ['eds', 'qr'],
    madeAt: new Date('2026-06-17T12:00:00+05:00'),
    expiresAt: new Date('2026-06-17T12:30:00+05:00'),
    state: 'open',
    signature: undefined,
    ...over,
  }
}

export const SIGNER = 'ӘБІЛҚАСЫМҰЛЫ ҒҰМАР'

export const aRegistration = (over: Partial<Registration> = {}): Registration => ({
  number: '1042-ОЖ',
  application: { id: 'a-1', kind: 'bank-details', number: '1114647-ИБР', filedOn: '2026-06-16' },
  receivedAt: new Date('2026-06-17T12:03:44+05:00'),
  registeredAt: new Date('2026-06-17T12:03:47+05:00'),
  method: 'eds',
  certificate: {
    issuer: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022',
    serial: '5a1b2c',
    algorithm: 'gost2015-512',
    notAfter: new Date('2027-06-01T00:00:00+05:00'),
  },
  revocation: { source: 'ocsp', at: new Date('2026-06-17T12:03:45+05:00') },
  timestamp: undefined,
  ...over,
})
