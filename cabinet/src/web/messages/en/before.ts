// Before a withdrawal: what it does, what to do instead, what it takes (memo items S-71 … S-79).
import { english } from '../../plural.ts'
import type { Messages } from '../kk.ts'

export const before: Messages['before'] = {
  title: 'Before you withdraw the application',
  now: {
    yes: time => `It can be withdrawn now. Checked at ${time}.`,
    race: 'You can withdraw only until UAPF executes the application. If UAPF begins to execute it before you have signed, it is not withdrawn, and you are told at once.',
    no: time => `It cannot be withdrawn now. Checked at ${time}.`,
    stopped: 'Withdrawing is stopped for now.',
    ask: 'For questions call the UAPF contact centre: 1418.',
  },
  effects: 'What happens if you withdraw it',
  fact: {
    money: 'Your money',
    term: 'The term',
    again: 'Filing again',
    instead: 'What you can do instead',
  },
  term: 'The term of this application ends: UAPF will not execute it. If you file a new one, its term starts anew.',
  again: {
    'at-once': 'You may file a new application on the same day.',
    'once-a-year':
      'You may file a new application on the same day: nothing is executed on one that was withdrawn. But once the choice of an IPM is executed, you may choose again only after at least a year. If in doubt, call 1418.',
  },
  kind: {
    'bank-details': {
      money: 'Your bank details will not change: payments continue to the present ones.',
      instead:
        'If there is a mistake in the details, file a new application with the right ones: payments follow the last application that was executed. You need not withdraw this one for that.',
    },
    'tr-ipm-choose': {
      money: 'Your savings will not be transferred: they stay with their present manager.',
      instead:
        'If you want another IPM or another amount, withdraw this application and file a new one. If it is executed already, you can apply to return the savings to the National Bank.',
    },
    'tr-ipm-return': {
      money: 'Your savings will not return to the National Bank: they stay in the trust management of the IPM.',
      instead:
        'If you want the savings to go to another IPM instead of the National Bank, withdraw this application and file one to choose (change) the IPM.',
    },
  },
  rules: [
    'No reason is asked: it is your own decision.',
    'An executed application cannot be withdrawn, even if it was filed by mistake.',
    'Once it is signed and registered, a withdrawal cannot be undone.',
  ],
  means: 'What you need',
  oneOf: 'One of these is enough:',
  needs: {
    eds: 'Your EDS key and a computer with the program NCALayer, which reads it.',
    qr: 'A phone with the app eGov Mobile: you sign by a QR code.',
  },
  ready: 'Systems that take part in signing',
  part: { authority: 'National Certification Authority', phone: 'eGov Mobile' },
  authority: {
    answers: moment => `It answers. Last answer: ${moment}.`,
    silent: (moment, hours) =>
      `It has not answered since ${moment}. You can sign: your signature is kept, and we go on checking it for up to ${hours} ${english(hours, 'hour', 'hours')}.`,
    unknown: hours =>
      `It was not asked in the last hour, so we do not know. If it does not answer, your signature is not lost: we go on checking it for up to ${hours} ${english(hours, 'hour', 'hours')}.`,
  },
  phone: {
    seen: moment => `There is contact. Last contact: ${moment}.`,
    unknown: 'There was no contact in the last hour, so we do not know. If it fails, sign with your EDS key.',
  },
  prepare: {
    text: 'The next page shows the text of the statement of withdrawal. Nothing changes until you have read and signed it.',
    button: 'Draw up the statement',
  },
  resume: {
    text: time => `The statement of withdrawal is drawn up. It can be signed until ${time}.`,
    button: 'Open the statement',
  },
  back: 'Back to the application',
  over: {
    title: 'This document can no longer be signed',
    anew: 'Draw up a new document',
  },
}
