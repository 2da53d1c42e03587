// The result of the service: the list of applications and the page of one (memo items S-30 … S-70).
import type { HelpText } from '../content.ts'

export const applications: HelpText = {
  title: 'The list and the page of an application',
  description: 'Where to find the list of your applications, what it shows, and what the page of one application says.',
  lead: 'The result of the service is the status of your application at UAPF. You see it in the list and on the page of the application.',
  sections: [
    {
      id: 'result',
      title: 'Where to see the result',
      body: [
        {
          steps: [
            '[Sign in to your cabinet](/sign-in).',
            'Under “Services” open the page [“My applications for payments, transfers and VPC refunds”](/applications).',
            'Look at the column “Status at UAPF”: it is never empty.',
          ],
        },
        { p: 'What each status means: [Statuses](/help/statuses).' },
      ],
    },
    {
      id: 'list',
      title: 'What the list holds',
      body: [
        {
          list: [
            'Applications stand from the newest to the oldest.',
            '“No.” is the place of the application, counted from the oldest. It stays the same when you filter or turn pages.',
            'If several payments were made on one application, each has a row of its own.',
            '“Contract type” says which contributions are concerned: CPC (compulsory), COPC (compulsory occupational), VPC (voluntary), EMPC (the employer’s).',
          ],
        },
        {
          p: 'A long list can be filtered by type and status, or searched by the number of an application. The ending “-ИБР” need not be typed.',
        },
      ],
    },
    {
      id: 'page',
      title: 'What the page of an application holds',
      body: [
        { p: 'Press an application in the list to open its page:' },
        {
          list: [
            'the status, what it means and whose turn it is',
            'the deadline, how many days are left and how it was counted',
            'the course of the application: what happened, when, and what is still to come',
            'the amount and the organisation: authorised operator, insurance organisation or IPM',
            'documents that you can download',
            'whether it can be withdrawn, and if not, why and what to do instead',
          ],
        },
      ],
    },
    {
      id: 'release',
      title: 'What “Released by the operator” means',
      body: [
        {
          p: 'UAPF first transfers a lump sum to the authorised operator (a bank). “Released by the operator” says whether the bank has paid the money out of the special account for its purpose. So an application may be executed and not yet released: the money is still at the bank.',
        },
      ],
    },
    {
      id: 'as-of',
      title: 'How fresh the information is',
      body: [
        {
          p: 'The list says as of what time it holds. If UAPF has not told us the status, it reads “Status being clarified”. All times are Almaty time.',
        },
      ],
    },
  ],
}
