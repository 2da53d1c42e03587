// What each status means, and who acts next (memo items S-44, S-121 … S-124).
import type { HelpText } from '../content.ts'

export const statuses: HelpText = {
  title: 'Statuses',
  description:
    'What the statuses of an application at UAPF mean: what is going on, whose turn it is and what is asked of you.',
  lead: 'There are four statuses; a fifth line stands while the status is not known. When a status changes, we tell you.',
  sections: [
    {
      id: 'accepted',
      title: 'Accepted for processing',
      body: [
        { p: 'UAPF has accepted your application and is preparing to execute it.' },
        {
          facts: [
            ['Whose turn', 'UAPF’s. Nothing is asked of you.'],
            ['What you can do', 'If its type allows it, you can [withdraw it](/help/withdraw).'],
            [
              'Bear in mind',
              'When UAPF begins to execute it the status stays the same, but the page says “being executed, can no longer be withdrawn”.',
            ],
          ],
        },
      ],
    },
    {
      id: 'executed',
      title: 'Executed',
      body: [
        { p: 'UAPF has executed your application: the payment or transfer is made, or the details are changed.' },
        {
          facts: [
            ['Whose turn', 'Nothing more needs to be done about this application.'],
            [
              'What you can do',
              'Download the documents. If it was filed by mistake: [An executed application](/help/withdraw#executed).',
            ],
          ],
        },
      ],
    },
    {
      id: 'refused',
      title: 'Refused',
      body: [
        { p: 'UAPF has refused to execute your application. The reason is on the page of the application.' },
        {
          facts: [
            ['Whose turn', 'Yours: what to do next is up to you.'],
            [
              'What you can do',
              'Remove the reason and file a new application, or [appeal](/help/contacts#appeal). The last day for an appeal is on the same page.',
            ],
          ],
        },
      ],
    },
    {
      id: 'withdrawn',
      title: 'Withdrawn',
      body: [
        { p: 'You withdrew the application yourself. UAPF will not execute it.' },
        {
          facts: [
            ['Whose turn', 'Nothing more needs to be done about this application.'],
            [
              'What you can do',
              'File a new application if you need one. If you did not withdraw it: [If it was not you](/help/not-you).',
            ],
          ],
        },
      ],
    },
    {
      id: 'unclear',
      title: 'Status being clarified',
      body: [
        {
          p: 'UAPF has not yet told us the status of this application. The page of the application says when we last heard of it.',
        },
        {
          facts: [
            ['Whose turn', 'UAPF’s. You will see the status here as soon as it is known.'],
            ['What you can do', 'If it is urgent, call [1418](call).'],
          ],
        },
      ],
    },
  ],
}
