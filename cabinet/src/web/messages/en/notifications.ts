// Messages to a person: the inbox, what is told in it, by mail and by SMS.
import type { Messages } from '../kk.ts'

const NOT_YOU = 'Not you? Call 1418.'
const NOT_FILED = 'Not yours? Call 1418.'
const QUESTIONS = 'Questions: 1418.'

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
  noSuchLink:
    'The link that you opened leads to none of your messages: it may be older than 90 days or was sent to somebody else. All your messages are here.',
  fact: {
    checking: 'Signature being checked, cannot be stopped',
    deadline: 'New deadline',
    deadlineBefore: 'Deadline before',
    at: 'Time',
    device: 'Device',
    way: 'Signed in by',
    number: 'Application number',
    registration: 'Registration number',
    off: 'Switched off',
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
    choicesChanged: {
      title: 'Some messages were switched off',
      text: 'In your personal cabinet some messages are no longer sent by e-mail or SMS. They can still be seen in the cabinet, on the page “Messages”.',
      sms: when => `UAPF: some messages of your cabinet were switched off (${when}). ${NOT_YOU}`,
    },
    alarmRaised: {
      title: 'Your cabinet is now protected',
      text: 'We have received your “it was not me”. The cabinet was closed on all devices, statements of withdrawal that were drawn up are void and no new ones can be drawn up, and UAPF was told. To lift the protection, sign in with your EDS or eGov Mobile and confirm “It was me”.',
      sms: when => `UAPF: your cabinet is now protected (${when}). Questions: 1418.`,
    },
    alarmLifted: {
      title: 'The protection of your cabinet was lifted',
      text: 'Somebody who signed in to your personal cabinet with an EDS or eGov Mobile confirmed “It was me” and lifted the protection. Applications can be withdrawn again.',
      sms: when => `UAPF: the protection of your cabinet was lifted (${when}). ${NOT_YOU}`,
    },
  },
  ofApplication: {
    'bank-details-filed': {
      title: 'An application to change your bank details has come in',
      text: 'UAPF has received an application to change bank details in your name and accepted it for processing. If you filed it, there is nothing to do. If you did not, open the link “It was not me” without delay.',
      sms: number => `UAPF: bank details change ${number} filed. Not you? Call 1418.`,
    },
    'withdrawal-drafted': {
      title: 'A statement of withdrawal was drawn up',
      text: 'In your personal cabinet a statement was drawn up to withdraw your application. It is not signed yet, and nothing has changed. If it was you, there is nothing to do. If it was not, open the link “It was not me” without delay.',
      sms: number => `UAPF: application ${number} is about to be withdrawn. ${NOT_YOU}`,
    },
    'application-received': {
      title: 'Your application was accepted for processing',
      text: 'Your application has reached UAPF and was accepted for processing. There is nothing for you to do now. The page of the application says by when it must be carried out and what is happening to it.',
      sms: number => `UAPF: your application ${number} was accepted. ${NOT_FILED}`,
    },
    'deadline-moved': {
      title: 'The deadline of your application is earlier',
      text: 'The production calendar has changed, so UAPF must carry out your application earlier than you were told. There is nothing for you to do. The page of the application shows day by day how the deadline is counted.',
      sms: (number, date) => `UAPF: the deadline of application ${number} is now ${date}. ${QUESTIONS}`,
    },
    'execution-started': {
      title: 'Your application is being carried out',
      text: 'UAPF has begun to carry out your application. From now on it cannot be withdrawn in this cabinet. We will also tell you how it ends.',
      sms: number => `UAPF: application ${number} is being carried out. ${NOT_FILED}`,
    },
    'execution-released': {
      title: 'Your application can be withdrawn again',
      text: 'UAPF has paused carrying out your application: it is under consideration again. Until that begins anew you can withdraw it if you wish.',
      sms: number => `UAPF: application ${number} can be withdrawn again. ${NOT_FILED}`,
    },
    'application-executed': {
      title: 'Your application was carried out',
      text: 'UAPF has carried out your application. The page of the application says what was done and on which day. There is nothing more for you to do.',
      sms: number => `UAPF: your application ${number} was carried out. ${NOT_FILED}`,
    },
    'application-refused': {
      title: 'Your application was refused',
      text: 'UAPF has refused your application. The page of the application says why, what you can do now, and until when you can appeal.',
      sms: number => `UAPF: application ${number} was refused. ${NOT_FILED}`,
    },
    'sum-released': {
      title: 'The operator has released your lump sum',
      text: 'The authorised operator (a bank) has released the lump-sum pension payment of your application for its purpose. The purpose and the amount are on the page of the application. There is nothing for you to do.',
      sms: number => `UAPF: the operator has paid out application ${number}. ${QUESTIONS}`,
    },
    'operation-added': {
      title: 'Your application has one more operation',
      text: 'UAPF has entered one more operation of your application. Its day, amount and status are on the page of the application. There is nothing for you to do.',
      sms: number => `UAPF: application ${number} has one more operation. ${QUESTIONS}`,
    },
    'document-arrived': {
      title: 'A document of your application has come',
      text: 'UAPF has sent a document of your application. You can download it on the page of the application.',
      sms: number => `UAPF: a document of application ${number} has come. ${QUESTIONS}`,
    },
    'status-unclear': {
      title: 'The status of your application is being clarified',
      text: 'The system of UAPF cannot confirm just now where your application stands. There is nothing for you to do: we will tell you when the status is clear.',
      sms: number => `UAPF: the status of application ${number} is being clarified. ${QUESTIONS}`,
    },
    'status-clear': {
      title: 'The status of your application is clear',
      text: 'The status of your application is clear again: it was accepted for processing and is under consideration.',
      sms: number => `UAPF: the status of application ${number} is clear again. ${QUESTIONS}`,
    },
    withdrawn: {
      title: 'Your application was withdrawn',
      text: 'Your signature was checked and your application was withdrawn. Download the signed statement and the signature in the cabinet and keep them.',
      sms: (number, registration) => `UAPF: application ${number} was withdrawn, no. ${registration}. ${NOT_YOU}`,
    },
    'not-withdrawn': {
      title: 'Your application was not withdrawn',
      text: 'The application whose withdrawal you signed was not withdrawn: the signature did not pass the check, or it could not be checked in time. The application stays in force. The reason is on the page of the application; if you still want to withdraw it, sign again.',
      sms: number => `UAPF: application ${number} was NOT withdrawn. ${NOT_YOU}`,
    },
  },
  notYou: {
    title: 'If it was not you',
    filed: 'If it was not you who filed the application',
    account: [
      'Sign in to the cabinet with your EDS or eGov Mobile and sign out on all devices on the page “Devices and sign-ins”.',
      'If you have a password, change it.',
      'Call the UAPF contact centre: 1418.',
    ],
    alert:
      'Open the link “It was not me” and press the button: the cabinet is closed on all devices, and nothing can be drawn up in your name.',
    application: [
      'Call the UAPF contact centre at once: 1418.',
      'If somebody else may have your EDS key, revoke it on the eGov portal or at a public service centre.',
    ],
  },
  go: {
    notMe: 'It was not me',
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
  proof: {
    title: 'Proof of the withdrawal',
    text: registration =>
      `Your application was withdrawn, registration no.\u00a0${registration}. As you chose on the page “Message settings”, this letter brings the proof.`,
    files:
      'Two files are attached: the receipt (PDF) and the evidence (ZIP). Keep both: they prove that you withdrew the application yourself.',
    check: 'Anyone can check the evidence, also without this service: the file README inside the ZIP says how.',
    choose: 'If you do not want such letters, switch them off in the cabinet, on the page “Message settings”.',
  },
  letter: {
    greeting: 'Hello,',
    noLinks:
      'There is no link in this letter on purpose: open the cabinet in your browser yourself. We never ask for your password or one-time code by letter or phone.',
    notMe: 'If it was not you, open the link “It was not me” (there is no need to sign in):',
    open: 'Open the page of the application (you sign in first):',
    genuine: site =>
      `The only link in this letter leads to the cabinet itself, and the name of the site in it must be exactly this: ${site}. We ask for your password and EDS only there. We never ask for a one-time code by letter or phone. If in doubt, do not follow the link: open the cabinet in your browser yourself.`,
    choose: 'What we tell you by e-mail and SMS is your choice: in the cabinet, “Profile”, page “Message settings”.',
    automatic: 'This letter was sent automatically; there is no need to answer. UAPF contact centre: 1418.',
  },
}
