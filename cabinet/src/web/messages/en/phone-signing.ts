// Signing a statement with eGov Mobile (memo items S-90, S-91, S-99 … S-110).
import type { Messages } from '../kk.ts'

export const phoneSigning: Messages['phoneSigning'] = {
  choose: 'To sign the statement, choose the way of signing.',
  sign: 'Sign with QR',
  needs: {
    eds: 'You need your EDS key and NCALayer running on this computer.',
    qr: 'You need eGov Mobile on your phone. A QR code appears on the screen: you scan it and sign on the phone.',
  },
  lead: 'To sign by QR code, open the eGov Mobile app.',
  install: 'If you do not have eGov Mobile, install it by the official link and sign in to it:',
  steps: [
    'Open eGov Mobile on your device.',
    'Open the QR scanner at the top right of the home page.',
    'Point the camera of the phone at this QR code.',
  ],
  scanned: 'The statement is open on the phone. Read it, compare the two digits and press “Sign”.',
  moves: 'Once you have signed, this page goes on by itself.',
  signed: {
    title: 'Signing completed successfully',
    lead: 'Your signature was received. The result will open by itself.',
    button: 'Open the result',
  },
  byEds: 'Sign with EDS',
  toStatement: 'Back to the statement',
}
