// The public page on which anybody checks a paper by its code.
import type { Messages } from '../kk.ts'

export const verification: Messages['verification'] = {
  title: 'Check a paper',
  description: 'Check by its code whether a certificate, a receipt or a record of an application is genuine.',
  lead: 'If somebody showed you a certificate, a receipt or a record of an application made by this service, type the code from it. You will see whether it was really made here, and whether what it says has changed since.',
  code: 'Code on the paper',
  hint: 'The code stands beside the QR code: 20 characters. Spaces, hyphens, capital and small letters do not matter.',
  button: 'Check',
  unknown: 'There is no such paper',
  found: 'This paper was made by this service',
  compare: 'Compare what is below with the paper. If anything differs, do not trust it.',
  fact: {
    paper: 'Paper',
    initials: 'Initials of the applicant',
    kind: 'Kind of application',
    number: 'Application No.',
    filedOn: 'Date filed',
    status: 'Status on the paper',
    certificate: 'No. of the certificate',
    asOf: 'As of',
    validUntil: 'Can be checked',
  },
  same: {
    receipt: 'What the receipt says has not changed since',
    application: 'What the paper says has not changed since',
    certificate: 'The status has not changed since',
  },
  changed: {
    receipt: 'What the receipt says has changed since',
    application: 'What the paper says has changed since',
    certificate: 'The status has changed since',
  },
  askAnew: 'This paper is out of date. Ask the applicant for a new one.',
  standsNotSaid:
    'Whether the application itself still stands is not said here. To know it, ask the applicant for a certificate of status.',
  hidden: 'The full name, the IIN, the amount and the present status are not shown here.',
  another: 'Check another paper',
}
