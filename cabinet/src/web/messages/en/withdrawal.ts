// Withdrawing an application: the statement, the agreement, the signature and what comes after (memo items S-80 … S-98).
import type { Messages } from '../kk.ts'

export const withdrawal: Messages['withdrawal'] = {
  title: 'Withdrawing an application',
  lead: 'Read the statement below. If you agree and sign it, the application you filed earlier is withdrawn. Until then nothing changes.',
  read: '1. Read',
  agreeing: '2. Agree',
  signing: '3. Sign',
  pdf: 'Open the document to be signed (PDF)',
  otherText: { kk: 'Kazakh text of the document', ru: 'Russian text of the document' },
  translation: 'Translation for your information. Not signed: the document is in Kazakh and Russian.',
  afterwards: 'Once you have signed:',
  consequence: {
    payment: 'There will be no payment on this application.',
    'bank-details': 'Your bank details will not change: payments continue to the present ones.',
    'insurance-transfer': 'There will be no transfer on this application.',
    'ipm-transfer': 'Your savings will not be transferred: they stay with their present manager.',
    'vpc-refund': 'Contributions will not be refunded on this application.',
  },
  agree: 'I agree',
  notice:
    'Your name, date of birth and IIN come from the State Database “Physical Persons”. They are used to draw up this statement and are kept with the signed document.',
  until: time => `This document can be signed until ${time}.`,
  sign: 'Sign with EDS',
  whyNot: 'To sign, first tick “I agree”.',
  file: 'If the key is a file on the computer, point to that file in the NCALayer window. The name of a signing file usually begins with GOST512 and ends in .p12.',
  choose: 'Choose certificate',
  back: 'Go back',
  unavailable:
    'The document could not be fetched from the server. Nothing was sent. Check your internet connection and try again.',
  notDone: 'Not signed',
  again: 'Start again',
  checking: {
    title: 'The signature is being checked',
    asking:
      'We are asking the certifying authority whether your certificate has been revoked. This usually takes a few seconds.',
    silent:
      'The certifying authority has not answered yet. We keep asking it whether your certificate has been revoked.',
    until: 'We wait for the answer until',
    otherwise: 'If there is no answer by then, the application stays in force and you would have to sign again.',
    leave:
      'Nothing is asked of you. The page refreshes itself and may be closed: the result will appear on the application’s page.',
    refresh: 'Refresh now',
  },
  result: {
    title: 'The application is withdrawn',
    summary: (kind, number, date) => `${kind}, No.\u00a0${number}, filed ${date}.`,
    number: 'Registration No.',
    receivedAt: 'Signature received',
    registeredAt: 'Registered',
    method: 'Signed by',
    methods: { eds: 'EDS through NCALayer', qr: 'eGov Mobile by QR code' },
    certificate: 'Certificate',
    owner: 'Owner',
    issuer: 'Issued by',
    serial: 'Serial number',
    algorithm: 'Algorithm',
    algorithms: {
      'gost2015-512': 'GOST 34.10-2015, 512 bits',
      'gost2015-256': 'GOST 34.10-2015, 256 bits',
      rsa: 'RSA',
    },
    notAfter: 'Valid until',
    revocation: {
      ocsp: moment => `Checked: the certificate is not revoked, by OCSP at ${moment}.`,
      crl: moment => `Checked: the certificate is not revoked, by the list of revoked certificates (CRL) of ${moment}.`,
    },
    timestamp: 'Time stamp',
    keep: 'Keep the documents',
    statement: 'The signed statement',
    signature: 'The signature',
    next: 'What happens next',
    nothing: 'Nothing more is asked of you.',
    toApplication: 'Go to the application’s page',
    signedOut:
      'Your time in the cabinet ended while you were signing, but the signature was accepted. To download the documents, sign in again.',
    signedOutChecking:
      'Your time in the cabinet ended while you were signing, but the signature was accepted and is being checked. To see the result, sign in again.',
  },
}
