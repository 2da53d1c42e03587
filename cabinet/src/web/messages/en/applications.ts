// The list of applications and the words of the domain: statuses, contracts, purposes (memo items S-31 … S-53).
import type { Messages } from '../kk.ts'

export const applications: Messages['applications'] = {
  title: 'My applications for payments, transfers and VPC refunds',
  short: 'My applications',
  service:
    'Status, deadlines and documents of your applications. Applications to change bank details or to transfer to an IPM can be withdrawn here.',
  asOf: moment => `UAPF data as of ${moment}`,
  silent: moment =>
    `The last data from UAPF came on ${moment}. Changes since then may be missing here: they appear as soon as they arrive. If your question is urgent, call 1418.`,
  misunderstood: {
    kind: 'The application type in the address is not clear, so all types are shown.',
    status: 'The status in the address is not clear, so applications with any status are shown.',
    q: 'The text to search for is too long, so only its first 100 characters were used.',
    sort: 'The order in the address is not clear, so the newest are shown first.',
    cursor: 'The page in the address is not clear, so the list is shown from its beginning.',
  },
  attention: {
    title: 'Needs your attention',
    need: {
      'signature-not-counted':
        'Your signature under the withdrawal did not count, and the application stands. If you want to withdraw it, sign again.',
      'appeal-open': date => `Refused. See why. If you disagree, you can appeal up to and including ${date}.`,
      overdue: date => `UAPF’s term ended on ${date}, and the application is not executed yet. Call 1418 to learn why.`,
      unclear: moment =>
        `Status being clarified: on ${moment} UAPF did not state it clearly. If this lasts, call 1418.`,
    },
    others: {
      accepted: 'All that are accepted for processing',
      executed: 'All that are executed',
      refused: 'All that are refused',
      withdrawn: 'All that are withdrawn',
      unclear: 'All whose status is being clarified',
    },
  },
  filter: {
    title: 'Narrow the list',
    kind: 'Application type',
    everyKind: 'All applications',
    status: 'Status',
    everyStatus: 'Any status',
    text: 'Number or type',
    sort: 'Order',
    newest: 'Newest first',
    oldest: 'Oldest first',
    show: 'Show',
    clear: 'Show everything again',
  },
  total: count => `Total: ${count}`,
  found: count => `Found: ${count}`,
  column: {
    ordinal: 'No.',
    kind: 'Application type',
    contract: 'Contract type',
    filedOn: 'Date filed',
    number: 'Application No.',
    status: 'Status at UAPF',
  },
  footnote:
    'Only applications to change bank details, and those to transfer pension savings to the trust management of an IPM or to return them from it, can be withdrawn: while the status is “Accepted for processing” and until UAPF has executed them.',
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  firstPage: 'First page',
  empty: {
    title: 'You have no applications yet',
    what: 'When you apply to UAPF for a payment, a transfer, a change of bank details or a VPC refund, the application appears here.',
    where: 'You can apply on the UAPF site enpf.kz or at a branch. If you have questions, call 1418.',
  },
  nothingFound: 'No application matches this choice.',
  status: {
    accepted: 'Accepted for processing',
    executed: 'Executed',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    unclear: 'Status being clarified',
  },
  canBeWithdrawn: 'Can be withdrawn',
  draftReady: time => `The statement of withdrawal is ready to be signed until ${time}`,
  bar: {
    'kind-is-final': 'Withdrawal not provided for',
    'already-executed': 'Executed, cannot be withdrawn',
    'already-refused': 'Refused, nothing to withdraw',
    'already-withdrawn': 'At your request',
    'execution-started': 'Being executed, can no longer be withdrawn',
    'withdrawal-being-checked': 'Signature of the withdrawal being checked',
    'status-unclear': 'Cannot be withdrawn until the status is known',
  },
  contract: {
    mandatory: { short: 'CPC', long: 'compulsory pension contributions (CPC)' },
    occupational: { short: 'COPC', long: 'compulsory occupational pension contributions (COPC)' },
    voluntary: { short: 'VPC', long: 'voluntary pension contributions (VPC)' },
    employer: { short: 'EMPC', long: 'employer’s mandatory pension contributions (EMPC)' },
  },
  purpose: {
    'housing-deposit': 'Topping up a deposit in housing construction savings for further accumulation',
    'housing-purchase': 'Buying a home',
    'mortgage-repayment': 'Repaying a mortgage',
    treatment: 'Paying for treatment',
  },
}
