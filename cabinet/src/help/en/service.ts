// What the service does, and for whom (memo items S-01 … S-13).
import type { HelpText } from '../content.ts'

export const service: HelpText = {
  title: 'About the service',
  description:
    'Checking the status of an application filed with UAPF and withdrawing it: who can use the service, what is needed, when it is open.',
  lead: 'Here you see how far the application that you filed with the Unified Accumulative Pension Fund (UAPF) has come. Some applications can also be withdrawn.',
  sections: [
    {
      id: 'what',
      title: 'What the service does',
      body: [
        {
          p: 'The service is called “Checking the status of an application / Withdrawing an application”. In your cabinet it is the page [“My applications for payments, transfers and VPC refunds”](/applications).',
        },
        {
          facts: [
            [
              'Checking the status',
              'Whether the application is accepted or executed, when its term ends and whose turn it is: all on one page.',
            ],
            [
              'Withdrawing',
              'Until UAPF has executed an application to change bank details or to transfer to an IPM, you can withdraw it with your electronic signature.',
            ],
          ],
        },
      ],
    },
    {
      id: 'for-whom',
      title: 'Who can use it',
      body: [
        { p: 'Anyone who has filed one of these applications with UAPF. Executed ones stay on the list.' },
        {
          list: [
            'an application for pension payments of any kind, lump sums included',
            'an application to change bank details',
            'an application to transfer pension savings to an insurance organisation',
            'an application to transfer pension savings to the trust management of an investment portfolio manager (IPM), or to return them from it to the National Bank',
            'an application for a refund of erroneously credited voluntary pension contributions (VPC)',
          ],
        },
        {
          p: 'If you have filed none of them, the list is empty. That is no error: the same page says where to apply.',
        },
      ],
    },
    {
      id: 'need',
      title: 'What you need',
      body: [
        {
          facts: [
            ['To see the status', 'Sign in by any of [three ways](/help/sign-in). That is enough.'],
            [
              'To withdraw an application',
              'You also need your electronic digital signature (EDS). The key must be neither expired nor revoked.',
            ],
          ],
        },
        { p: 'You can [try your key](/rehearsal) beforehand. Nothing is signed by that.' },
      ],
    },
    {
      id: 'hours',
      title: 'When it is open',
      body: [
        {
          p: 'The service is available round the clock. It may be interrupted only by maintenance of the UAPF site or of the State Database “Physical Persons” (GBD FL).',
        },
        {
          p: 'Planned maintenance is announced at the top of every page two days ahead. What works right now is on the page [“Service status”](/status).',
        },
        {
          p: 'While GBD FL is silent you can still read your applications. Only drawing up a new withdrawal may have to wait: the page says when to try again.',
        },
      ],
    },
  ],
}
