// Documents of an application: what the fund sent, what is made here, the certificate of status (memo items S-65, S-68, O-10, O-24).
import type { Messages } from '../kk.ts'

export const documents: Messages['documents'] = {
  name: {
    fund: { receipt: 'Receipt for documents', application: 'The application as filed' },
    service: { receipt: 'Receipt for documents', application: 'The application as recorded' },
  },
  list: {
    title: 'Documents',
    madeBy: {
      fund: date => `Sent by UAPF on ${date}.`,
      service: date => `Made by this service from UAPF’s record of ${date}. Not a copy of the signed original.`,
    },
    none: {
      'name-unknown':
        'Not available: UAPF has not sent this document, and making it here needs your name. Sign out and sign in again.',
      'not-made': 'Not available now: this document could not be made. Try again later.',
    },
  },
  certificate: {
    title: 'Certificate of status',
    lead: 'One page of PDF with the present status of the application. Wherever you show it, at a bank for instance, it can be checked by its code.',
    button: 'Get a certificate',
  },
  issued: {
    title: 'The certificate is ready',
    download: 'Download the certificate',
    code: 'Code for checking',
    check: 'Who can check it',
    checkLead: 'Whoever you show it to, by its QR code or by typing the code on this page:',
    seen: 'They see only your initials, the kind and number of the application, the status on the certificate, and whether it has changed since. Each check is noted on the page “Who looked at my data”.',
    again:
      'If the status changes, get a new one. If it does not, asking again on the same day gives this very certificate.',
  },
  paper: {
    name: {
      receipt: 'Receipt for documents',
      application: 'The application as recorded',
      certificate: 'Certificate of the status of an application',
    },
    certificateOf: number => `Certificate of the status of application No.\u00a0${number}`,
    lead: {
      receipt: 'This receipt confirms that the application below reached UAPF.',
      application: 'Below is what UAPF has told this service of the application.',
      certificate: 'The status of the application is given from UAPF’s electronic record.',
    },
    line: {
      certificate: 'No. of the certificate',
      applicant: 'Applicant',
      iin: 'IIN',
      kind: 'Kind of application',
      number: 'Application No.',
      filedOn: 'Date filed',
      receivedAt: 'Received by UAPF',
      counterparty: 'Organisation',
      amount: 'Amount',
      contract: 'Contract type',
      purpose: 'Purpose of the lump-sum payment',
      operatorRelease: 'Released by the operator',
      status: 'Status',
      since: 'Since',
      deadline: 'To be completed by',
      registration: 'Registration No. of the withdrawal',
      asOf: 'As of',
      validUntil: 'Can be checked',
    },
    until: date => `until ${date}, that day included`,
    operations: 'Operations',
    operation: ['Date', 'Amount', 'Contract type', 'Status'],
    more: count => `Operations that are not shown here: ${count}. They are in the cabinet.`,
    note: {
      receipt:
        'The receipt was made by this service from UAPF’s electronic record. It is not a copy of a paper that was given out or signed when the application was filed.',
      application:
        'This was made by this service from UAPF’s electronic record. It is not a copy of the signed application and does not replace it.',
      certificate:
        'The certificate was made by this service from UAPF’s electronic record. The status may have changed since: check it by the code.',
    },
    iinNote: 'Only the last four digits of the IIN are shown: they can be compared with an identity card.',
    check: address =>
      `To check this paper, point a camera at the QR code or type this code on the page ${address}. The initials, the number and the facts of the application must agree.`,
    qr: 'QR code that leads to the page for checking this paper',
    bin: 'BIN',
    phone: 'Contact centre',
    footer: 'Code for checking',
  },
}
