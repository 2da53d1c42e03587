// What a person takes away of a withdrawal: the receipt, the report, the archive with its README, and how to file again.
import type { Messages } from '../kk.ts'

export const evidence: Messages['evidence'] = {
  receipt: {
    title: 'Receipt for a withdrawal',
    lead: 'The application below was withdrawn by the electronic digital signature of the applicant.',
    signer: 'Holder of the certificate',
    seal: 'The receipt bears the electronic seal of UAPF. The seal is in the archive of evidence, in the file receipt.p7s, and can be checked with the program eds.',
    check: address =>
      `To check it, point a camera at the QR code, or type the registration number and this code at ${address}. The page must show the same facts and the initials.`,
    footer: 'Verification code',
  },
  report: {
    title: 'Report on the check of the signature',
    lead: 'When the signature came, the service checked it and found the following. Anybody can repeat this check.',
    outcome: 'Result',
    outcomes: {
      valid: 'the signature is valid',
      invalid: 'the signature is invalid',
      indeterminate: 'not finally established',
    },
    person: 'Who signed',
    valid: 'Validity of the certificate',
    chain: 'Chain of trust',
    signingTime: 'By the signer’s clock',
    revocation: 'Whether it is revoked',
    statement: 'SHA-256 of the statement',
    signature: 'SHA-256 of the signature',
    note: 'The whole report, for programs, is in the file report.json.',
  },
  readme: {
    title: number => `Withdrawal of an application, ${number}. Archive of evidence`,
    what: 'This archive proves that this very person withdrew the application by their own signature, when that was, and that the certificate was not revoked then. To check it you need neither us nor the internet.',
    files: 'Files',
    file: {
      asics: 'the signed statement (PDF) with the signature, its time stamp and the authority’s answer',
      signature: 'the signature as it came, unchanged',
      certificates: 'the signer’s certificate (0) and that of its issuer',
      revocation: 'the authority’s answer about the certificate',
      timestamp: 'the time stamp',
      registration: 'UAPF’s record of the registration and its seal',
      receipt: 'the receipt and its seal',
      report: 'the report on the check: for programs and for people',
    },
    check: 'How to check',
    tool: 'You need Node.js 20 or newer and the package @otinish/eds. Run the commands in the folder where this archive is unpacked.',
    anchors:
      'Whom to trust is for you to say. Take the certificates of the National Certification Authority from pki.gov.kz and put them into the folders trust/signers and trust/tsp. Whether they are genuine, this command tells:',
    asics: 'The statement and the signature (the archive itself can be checked too):',
    original: 'The signature as it came, for that moment:',
    seals: 'The seals of UAPF:',
    answer: 'The first line of every answer must say VALID. If a single letter was changed, it says INVALID.',
  },
  again: {
    title: 'If you want to file again',
    form: kind => `The form: “${kind}”.`,
    where: 'File it on the UAPF site',
    from: date => `The earliest day to file it: ${date}.`,
  },
  download: {
    receipt: 'Download the receipt (PDF)',
    archive: 'Archive of evidence',
    archiveFor:
      'In case of a dispute: the archive is proof without us and without the internet. Everything is inside, with how to check it.',
  },
}
