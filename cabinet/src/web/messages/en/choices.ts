// The page on which a person chooses what they are told by mail and SMS.
import type { Messages } from '../kk.ts'

export const choices: Messages['choices'] = {
  title: 'Message settings',
  note: 'Choose what we tell you by e-mail and SMS.',
  lead: 'Whatever happens is shown in the cabinet, on the page “Messages”. Choose what we should also tell you by e-mail or SMS.',
  saved: 'Saved.',
  savedOff: 'Saved. We have told your e-mail and phone what was switched off.',
  notSaved: 'Nothing was saved',
  save: 'Save',
  caption: 'What we tell you by e-mail and SMS',
  what: 'What happened',
  inCabinet: 'In the cabinet',
  always: 'Always',
  channel: { mail: 'E-mail', sms: 'SMS' },
  event: {
    received: 'An application was accepted for processing',
    deadline: 'The deadline of an application has changed',
    execution: 'Carrying out an application has begun',
    executed: 'An application was carried out',
    refused: 'An application was refused',
    documents: 'A document of an application has come',
    unclear: 'The status of an application became unclear',
    withdrawal: 'An application was withdrawn, or was not',
    security: 'Something that matters for the safety of the cabinet',
  },
  proof: {
    title: 'Getting the proof of a withdrawal by e-mail',
    label: 'When an application is withdrawn, send the proof (receipt and ZIP) to my e-mail',
    hint: 'The files hold your name, your IIN and the signed statement. If others can read your e-mail, leave this off: you can download the proof in the cabinet at any time.',
  },
  alarm: {
    title: 'Something that matters for the protection of your cabinet or bank details',
    hint: 'An application to change the details came in, a statement of withdrawal was drawn up, the cabinet was protected, or the protection was lifted. These messages cannot be switched off.',
  },
  hint: {
    deadline: 'Only when the production calendar changes.',
    execution: 'From then on it cannot be withdrawn.',
    unclear: 'Sent only when it stays unclear for more than a day.',
    security: 'A sign-in from a new device; another password, e-mail or phone.',
  },
  mustReach:
    'The last two cannot be switched off altogether: if somebody acts in your name, you must learn of it at once. So at least one of the two, e-mail or SMS, stays on.',
  only: 'leave at least e-mail or SMS switched on. What you ticked is still below.',
  tooOften:
    'Messages were switched off too many times in the last hour. Your choice is shown below; you can save it again from:',
  to: 'Where we tell you',
  mail: 'E-mail',
  phone: 'Mobile phone',
  none: 'not given',
  addMail: 'Add an e-mail address',
  addPhone: 'Add a phone',
  noContacts:
    'You have given neither an e-mail address nor a phone yet, so messages are shown in this cabinet only. Once you add one, you can choose here what we tell you.',
}
