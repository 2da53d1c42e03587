// Signing with eGov Mobile by a code: what the page says while the phone is at work.
import type { Messages } from '../kk.ts'

export const qrSigning: Messages['qrSigning'] = {
  waiting: {
    steps: [
      'Open eGov Mobile on your phone and press “eGov QR”.',
      'Point the phone at this QR code.',
      'Sign only if the two digits on the phone are the same as on this page.',
    ],
    picture: 'QR code for eGov Mobile',
  },
  link: {
    title: 'Is eGov Mobile on this device?',
    text: 'Then you need no QR code: press the button, and come back to this page after signing.',
    button: 'Open eGov Mobile',
  },
  confirmation: 'Two digits to compare',
  confirmationHint: 'The phone must show exactly these two digits. If it shows others, do not sign.',
  until: time => `The QR code works until ${time}.`,
  left: 'Time left:',
  offline: 'There is no connection to the server. Check the internet: the page goes on by itself once it is back.',
  newCode: 'Get a new QR code',
  cancel: 'Cancel',
  otherWay: 'Choose another way',
  scanned: {
    title: 'Now sign on the phone',
    lead: 'The phone has answered. Compare the two digits on the phone and sign in eGov Mobile. Then this page goes on by itself.',
    until: time => `Sign before ${time}.`,
    stranger: 'If it was not you who scanned the QR code, press “Cancel”.',
  },
  signed: {
    title: 'Signed',
    lead: 'Your signature was checked. If the page does not go on by itself, press the button.',
    button: 'Go on',
  },
  notDone: 'Not signed',
  declined: {
    title: 'Declined on the phone',
    lead: 'Nothing was signed. To try again, get a new QR code.',
  },
  cancelled: {
    title: 'Signing was cancelled',
    lead: 'This QR code no longer works; nothing was signed.',
  },
  failed: {
    title: 'The signature was not accepted',
    lead: 'Once the reason is removed, get a new QR code and sign again.',
  },
  expired: {
    title: 'The QR code has expired',
    lead: 'For safety a QR code works for a short time only. Nothing was lost: get a new one.',
  },
  completed: {
    title: 'This QR code has been used',
    lead: 'Each QR code works once.',
  },
}
