// One application: what its state means, whose turn it is, until when, and what one can do (memo items S-54 … S-79).
import type { Messages } from '../kk.ts'

export const details: Messages['details'] = {
  of: (number, date) => `No.\u00a0${number}, filed ${date}`,
  unknownKind: 'This service does not know the name of this type yet, so its code is shown. Call 1418 to learn more.',
  close: 'Close',
  now: 'Where it stands',
  meaning: {
    accepted: 'UAPF has accepted your application and is preparing to execute it.',
    executing: 'UAPF is executing your application. It can no longer be withdrawn.',
    withdrawing: 'Your signature under the statement of withdrawal has arrived and is being checked.',
    executed: 'UAPF has executed your application.',
    refused: 'UAPF has refused to execute your application. The reason and what you can do now are given below.',
    withdrawn: 'The application was withdrawn by your decision. UAPF will not execute it.',
    unclear: 'UAPF has not yet told us the status of this application. You will see it here as soon as it is known.',
  },
  turn: {
    accepted: 'It is UAPF’s turn. Nothing is asked of you.',
    executing: 'It is UAPF’s turn. Nothing is asked of you.',
    withdrawing: 'Nothing is asked of you. The result will appear on this page.',
    executed: 'Nothing more needs to be done about this application.',
    refused: 'What to do next is up to you.',
    withdrawn: 'Nothing more needs to be done about this application.',
    unclear: 'It is UAPF’s turn. If it is urgent, call 1418.',
  },
  asOf: moment => `As of ${moment}.`,
  heard: moment => `Latest data from UAPF’s system: ${moment}.`,
  silent: moment =>
    `The latest data from UAPF’s system came on ${moment}. This page may lack what has changed since. If it is urgent, call 1418.`,
  refresh: 'Refresh',
  changed: { text: 'What we know of this application has changed.', see: 'Show what is new' },
  phone: hours => `The number 1418 answers on working days, ${hours}.`,
  lastSync: moment => `Last heard from UAPF: ${moment}.`,
  overdue: {
    sorry: 'UAPF has not executed your application in time. We apologise.',
    todo: [
      'Call 1418, give them the number of the application, and ask why it is late and when it will be executed.',
      'You may also complain about the delay. A complaint is filed with UAPF itself (article 91 of the Administrative Procedural and Process Code of Kazakhstan).',
    ],
  },
  facts: 'About the application',
  fact: {
    number: 'Application No.',
    filedOn: 'Date filed',
    receivedAt: 'Received by UAPF',
    contract: 'Contract type',
    amount: 'Amount',
    purpose: 'Purpose of the lump-sum payment',
    operatorRelease: 'Released by the operator',
    registration: 'Registration No. of the withdrawal',
  },
  counterparty: {
    payment: 'Recipient’s bank',
    'lump-sum': 'Authorised operator',
    'lump-sum-return': 'Authorised operator',
    'bank-details': 'Organisation',
    insurance: 'Insurance organisation',
    ipm: 'Investment portfolio manager (IPM)',
    'ipm-return': 'Investment portfolio manager (IPM)',
    refund: 'Organisation',
    unknown: 'Organisation',
  },
  means: {
    contract: 'The application concerns the savings from these contributions.',
    purpose: 'What you asked the lump-sum pension payment for. The operator releases the money for this purpose only.',
    operatorRelease:
      'Shows whether the authorised operator (a bank) has released the money from the special account for its purpose.',
    operator: 'UAPF transfers the money to this bank; the bank checks the documents and releases it for its purpose.',
    insurer: 'UAPF transfers the savings to this organisation, which pays by the contract of a pension annuity.',
    manager: 'The organisation that invests pension assets.',
  },
  released: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  operations: 'Operations of this application',
  download: 'Download',
  refusal: {
    title: 'Reason for the refusal',
    noReason: 'UAPF has not told the reason. Call 1418 to learn it.',
    next: 'What you can do',
    appeal: {
      title: 'If you disagree with the decision',
      until: date =>
        `You may appeal up to and including ${date} (article 91 of the Administrative Procedural and Process Code of Kazakhstan).`,
      unknown: 'You may appeal against the decision; call 1418 to learn until when.',
      how: 'An appeal is filed with UAPF itself, in writing: at any branch or by post. Give the number of the application, the date of the refusal and what you disagree with. UAPF passes it on to the body that considers appeals.',
      over: date => `The time for an appeal ended on ${date}. What you can do now:`,
      remains: [
        'Remove the reason and file a new application: its term begins anew.',
        'If you missed the time for a good reason, ask for it to be restored and appeal.',
        'Go to court. The time for that is limited too, so ask a lawyer.',
        'Call 1418 and ask for advice.',
      ],
    },
  },
  withdrawal: {
    title: 'Withdrawing the application',
    allowed: 'The application is not executed yet. No reason is asked.',
    steps:
      'On the next page you read the statement of withdrawal and sign it with your EDS. Nothing changes until you have signed.',
    checked: time => `It can be withdrawn now. Checked at ${time}.`,
    race: 'If UAPF begins to execute the application before you have signed, it is not withdrawn, and you are told at once.',
    button: 'Withdraw application',
    result: 'Open the registered result',
    notCounted: 'Your last signature was not counted',
  },
  why: {
    'kind-is-final': 'Applications of this type are not withdrawn by this service.',
    'already-executed': 'An executed application cannot be withdrawn, even if it was filed by mistake.',
    'already-refused':
      'UAPF will not execute this application, so there is nothing to withdraw. If you need to, file a new one.',
    'already-withdrawn': 'This application is already withdrawn. If you need to, you can file a new one.',
    'execution-started': 'UAPF is executing the application, so it can no longer be withdrawn.',
    'withdrawal-being-checked': 'Your signature is being checked. Until that is done there is no need to sign again.',
    'status-unclear': 'Until the status is known the application cannot be withdrawn. Check again later or call 1418.',
  },
  instead: {
    payment: 'If yours has a mistake, call 1418 before the money is sent.',
    'lump-sum':
      'If yours has a mistake, call 1418 and ask the operator. A payment that is not used is returned to UAPF.',
    'lump-sum-return': 'If yours has a mistake, call 1418.',
    'bank-details':
      'To correct the details, file a new application: payments go by the one executed last. If you have questions, call 1418.',
    insurance: 'If yours has a mistake, call 1418 and the insurance organisation.',
    ipm: 'Once it is executed you can file a new application: to return the savings to the National Bank, or to change the IPM. How often the IPM may be changed is limited; call 1418 to learn more.',
    'ipm-return':
      'Once it is executed you can file a new application to choose an IPM. Call 1418 to learn when that is possible.',
    refund: 'If yours has a mistake, call 1418.',
    unknown: 'If yours has a mistake, call 1418.',
  },
}
