// Messages to a person: the inbox, what is told in it, by mail and by SMS.
import type { Messages } from '../kk.ts'

const NOT_YOU = 'Not you? Call 1418.'

export const notifications: Messages['notifications'] = {
  title: 'Messages',
  lead: 'What matters about your cabinet and your applications. We also tell you by the e-mail and phone that you have confirmed.',
  empty: 'There are no messages yet.',
  unread: 'New',
  readAll: 'Mark all as read',
  read: 'Mark as read',
  older: 'Earlier messages',
  newest: 'Newest messages',
  pages: 'Pages of messages',
  all: 'All messages',
  fact: {
    at: 'Time',
    device: 'Device',
    way: 'Signed in by',
    number: 'Application number',
    registration: 'Registration number',
  },
  clock: moment => `${moment} (Almaty time)`,
  notice: {
    registered: {
      title: 'You have registered in the personal cabinet',
      text: 'From now on you can also sign in with your IIN and password. That lets you see your applications; withdrawing one still needs your EDS.',
      sms: when => `UAPF: you have registered in the cabinet (${when}). ${NOT_YOU}`,
    },
    newDevice: {
      title: 'Your cabinet was opened on a new device',
      text: 'Somebody signed in to your personal cabinet on a device or in a browser that was not used before. If it was you, there is nothing to do.',
      sms: when => `UAPF: your cabinet was opened on a new device (${when}). ${NOT_YOU}`,
    },
    passwordChanged: {
      title: 'Your password was changed',
      text: 'The password of your personal cabinet was changed. You have been signed out on all other devices.',
      sms: when => `UAPF: the password of your cabinet was changed (${when}). ${NOT_YOU}`,
    },
    passwordRecovered: {
      title: 'A new password was set for your cabinet',
      text: 'Through “Forgot your password?” a new password was set for your cabinet. The old one no longer works, and you have been signed out on all other devices.',
      sms: when => `UAPF: a new password was set for your cabinet (${when}). ${NOT_YOU}`,
    },
    contactChanged: {
      mail: {
        title: 'Your e-mail address was changed',
        text: 'The e-mail address in your personal cabinet was changed. From now on letters go to the new address.',
        sms: when => `UAPF: the e-mail address in your cabinet was changed (${when}). ${NOT_YOU}`,
      },
      sms: {
        title: 'Your phone number was changed',
        text: 'The phone number in your personal cabinet was changed. From now on text messages go to the new number.',
        sms: when => `UAPF: the phone number in your cabinet was changed (${when}). ${NOT_YOU}`,
      },
    },
    signedOutEverywhere: {
      title: 'You have signed out on all devices',
      text: 'Your personal cabinet was closed on all devices. To go on, sign in again.',
      sms: when => `UAPF: you have signed out of the cabinet on all devices (${when}). ${NOT_YOU}`,
    },
    withdrawn: {
      title: 'Your application was withdrawn',
      text: 'Your signature was checked and your application was withdrawn. Download the signed statement and the signature in the cabinet and keep them.',
      sms: (number, registration, when) =>
        `UAPF: application ${number} was withdrawn (${when}), registered as ${registration}. ${NOT_YOU}`,
    },
    notWithdrawn: {
      title: 'Your application was not withdrawn',
      text: 'The application whose withdrawal you signed was not withdrawn: the signature did not pass the check, or it could not be checked in time. The application stays in force. The reason is on the page of the application; if you still want to withdraw it, sign again.',
      sms: (number, when) =>
        `UAPF: application ${number} was NOT withdrawn (${when}). See the cabinet for the reason. ${NOT_YOU}`,
    },
  },
  notYou: {
    title: 'If it was not you',
    account: [
      'Sign in to the cabinet with your EDS or eGov Mobile and sign out on all devices on the page “Devices and sign-ins”.',
      'If you have a password, change it.',
      'Call the UAPF contact centre: 1418.',
    ],
    application: [
      'Call the UAPF contact centre at once: 1418.',
      'If somebody else may have your EDS key, revoke it on the eGov portal or at a public service centre.',
    ],
  },
  go: {
    devices: 'Devices and sign-ins',
    password: 'Change the password',
    contacts: 'Change e-mail or phone',
    application: 'Open the application',
    result: 'Download the signed documents',
  },
  code: {
    name: { registration: 'registration code', recovery: 'new password code', contact: 'confirmation code' },
    title: {
      registration: 'Code for registering in the cabinet',
      recovery: 'Code for a new password',
      contact: 'Code for confirming your e-mail address',
    },
    text: {
      registration: 'To register in the personal cabinet of UAPF, type this code:',
      recovery: 'To set a new password for the personal cabinet, type this code:',
      contact: 'To confirm your e-mail address, type this code:',
    },
    until: time => `The code is valid until ${time} (Almaty time).`,
    secret: 'Tell this code to nobody: neither the staff of UAPF nor anybody else will ever ask for it.',
    notAsked: 'If you did not ask for a code, ignore this letter: without the code nothing changes.',
    sms: (name, digits, until) => `UAPF, ${name}: ${digits}. Valid until ${until}. Tell it to nobody.`,
  },
  letter: {
    greeting: 'Hello,',
    noLinks:
      'There is no link in this letter on purpose: open the cabinet in your browser yourself. We never ask for your password or one-time code.',
    automatic: 'This letter was sent automatically; there is no need to answer. UAPF contact centre: 1418.',
  },
}
