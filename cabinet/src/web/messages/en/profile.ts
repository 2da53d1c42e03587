// The profile, and the log of who looked at a person's data.
import { english } from '../../plural.ts'
import type { Messages } from '../kk.ts'

export const profile: Messages['profile'] = {
  title: 'Profile',
  name: 'Name',
  birthDate: 'Date of birth',
  iin: 'IIN',
  source:
    'These come from the state database “Physical Persons”. If something is wrong, go to a public service centre.',
  contacts: {
    title: 'Contacts',
    mail: 'E-mail',
    phone: 'Mobile phone',
    none: 'not given',
    broken: 'The last message did not arrive here. Please check it and change it if need be.',
    change: 'Change e-mail or phone',
    unregistered:
      'You have not registered yet. Once you have, you can also sign in with your IIN and password, and we tell you what matters by e-mail and phone.',
    register: 'Register',
  },
  language: {
    title: 'Language of messages',
    label: 'In which language shall we write to you?',
    save: 'Save',
    saved: 'Saved.',
  },
  ways: {
    title: 'Keeping the cabinet safe',
    messages: { title: 'Messages', note: 'What matters about your cabinet and your applications.' },
    unread: count => `You have ${count} unread ${english(count, 'message', 'messages')}.`,
    password: { title: 'Change the password', note: 'If you think that somebody knows it, change it at once.' },
    devices: { title: 'Devices and sign-ins', note: 'See where the cabinet was opened, and sign out on all devices.' },
    history: 'Who other than you looked at your data or did something with them.',
  },
  history: {
    title: 'Who looked at my data',
    lead: 'Here is written who other than you looked at your data or did something with them. Your own sign-ins are on the page “Devices and sign-ins”.',
    empty: 'Nobody other than you has looked at your data.',
    by: { core: 'The system of UAPF', system: 'This service', anybody: 'Somebody who has the code of a paper' },
    otherBy: 'Another system',
    act: {
      'account-added': 'added a password and contacts for this demonstration',
      'application-received': 'sent this service the data of the application',
      'application-changed': 'updated the data of the application',
      'status-reported': 'reported how the application ended',
      'document-received': 'sent a document (PDF) of the application',
      'paper-checked': 'checked a paper of this service by its code',
      'withdrawal-checked': 'checked a withdrawal by its number and code',
      'qr-document-given': 'opened your statement of withdrawal on a phone by its QR code (usually this is yourself)',
      claimed: 'began to execute the application',
      'claim-released': 'stopped executing the application; it is being considered again',
      'core-contradiction': 'sent news of the application that contradict earlier ones; they were not accepted',
      withdrawn: 'checked your signature and withdrew the application',
      'withdrawal-rejected': 'checked your signature; it was not accepted',
      'withdrawal-held': 'could not check your signature at once and put the check off',
      'evidence-erased':
        'destroyed, as the law demanded, the key to the evidence of your withdrawals; nobody can read it any more',
      'proof-sent': 'sent the proof of the withdrawal to your e-mail, as you chose',
      'deadline-moved': 'counted the deadline by a new calendar; it became earlier',
    },
    otherAct: 'worked with your data',
    pages: 'Pages of the record',
    older: 'Earlier lines',
    newest: 'Newest lines',
    ourselves:
      'When you register, sign in or prepare a statement, the service asks the state database “Physical Persons” for your name and date of birth.',
    kept: 'The service can neither change nor delete these lines. If one puzzles you, call 1418.',
  },
}
