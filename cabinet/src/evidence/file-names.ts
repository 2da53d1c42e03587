// What lies in the archive of evidence, by name.
export const FILES = {
  readme: 'README.txt',
  asics: 'withdrawal.asics',
  signature: 'signature.cms',
  certificates: 'certificates', // a folder
  revocation: 'revocation.ocsp', // of lists: revocation.json
  revocationLists: 'revocation.json',
  timestamp: 'timestamp.tst',
  registration: 'registration.json',
  registrationSeal: 'registration.p7s',
  receipt: 'receipt.pdf',
  receiptSeal: 'receipt.p7s',
  report: 'report.json',
  reportPaper: 'report.pdf',
} as const
