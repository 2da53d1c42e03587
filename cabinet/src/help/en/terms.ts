// Until when the fund must act, and how that is counted (memo items S-59, S-64, S-70).
import type { HelpText } from '../content.ts'

export const terms: HelpText = {
  title: 'Terms',
  description:
    'In how many days UAPF must execute an application, how days are counted, and what to do when the term has passed.',
  lead: 'The page of every application gives the last day of its term, the days left, and how it was counted.',
  sections: [
    {
      id: 'which',
      title: 'In how many days an application is executed',
      body: [
        {
          facts: [
            ['5 working days', 'a lump sum for housing or treatment, a burial payment'],
            [
              '10 working days',
              'other pension payments, a change of bank details, a transfer to an insurance organisation, a VPC refund',
            ],
            ['30 calendar days', 'transferring savings to an IPM or returning them from it'],
            ['No term is set', 'returning a lump sum'],
          ],
        },
        {
          p: 'The term of each type, and how many days it really takes, are on the page of [types of application](/kinds).',
        },
      ],
    },
    {
      id: 'counting',
      title: 'How days are counted',
      body: [
        {
          list: [
            'In a term of working days the day of registration counts as the first.',
            'An application that arrives after 17:30 on a working day, or on a day off, is registered on the next working day.',
            'Saturdays, Sundays, holidays and transferred days off do not count. A Saturday or Sunday declared working does.',
            'A term of calendar days begins on the day after receipt, and every day counts. If its last day is a day off, it ends on the next working day.',
          ],
        },
        {
          p: 'For example, an application to change bank details arrived on Tuesday, 16 June 2026, at 10:52. The tenth working day is Monday, 29 June.',
        },
      ],
    },
    {
      id: 'calendar',
      title: 'Can a deadline change',
      body: [
        {
          p: 'When holidays or days off change, the deadline is counted again by the new calendar. Should the new day be later, the earlier one stands.',
        },
      ],
    },
    {
      id: 'late',
      title: 'When the term has passed',
      body: [
        {
          p: 'The page of the application says how many days ago it passed. Call [1418](call) and give the number of the application. You can also [appeal](/help/contacts#appeal) against inaction.',
        },
      ],
    },
  ],
}
