// What surrounds the pages of the help. The pages themselves are in help/en/.
import type { Messages } from '../kk.ts'

export const help: Messages['help'] = {
  title: 'Checking the status of an application / Withdrawing an application: a memo for users',
  short: 'Help',
  description:
    'The memo to the service for checking the status of an application filed with UAPF and withdrawing it: sign-in, statuses, terms, signing, documents.',
  lead: 'Choose a chapter. You need not sign in to read the help.',
  to: { easy: 'In easy language: short and simple', print: 'The whole memo: for printing' },
  fromServices: 'How is the service used? The memo',
  contents: 'On this page',
  chapters: 'Other chapters',
  before: title => `Previous: ${title}`,
  after: title => `Next: ${title}`,
  all: 'All chapters',
  whole: 'The whole memo',
  howToPrint: 'To print it, choose “Print” in your browser: Ctrl + P.',
  version: (number, year) => `Version of the memo: ${number}, Almaty, ${year}.`,
  changedOn: 'Last changed:',
}
