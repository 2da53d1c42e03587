// How to withdraw an application (memo items S-11, S-71 … S-94).
import type { HelpText } from '../content.ts'

export const withdraw: HelpText = {
  title: 'How to withdraw an application',
  description: 'Which applications can be withdrawn, until when and how; what to do about an executed one.',
  lead: 'You can withdraw an application only until UAPF executes it. No reason is asked: it is your own decision.',
  sections: [
    {
      id: 'which',
      title: 'Which applications can be withdrawn',
      body: [
        {
          list: [
            'an application to change bank details',
            'an application to transfer pension savings to the trust management of an IPM (choosing or changing it)',
            'an application to return savings from an IPM to the trust management of the National Bank',
          ],
        },
        {
          p: 'Applications for payments, for a transfer to an insurance organisation and for a VPC refund are not withdrawn in this service. If there is a mistake in one, call [1418](call).',
        },
      ],
    },
    {
      id: 'until',
      title: 'Until when',
      body: [
        {
          p: 'While the status is “Accepted for processing” and UAPF has not begun to execute it. If the page of the application has the button “Withdraw application”, it can be withdrawn.',
        },
        {
          p: 'UAPF may begin to execute the application while you are signing. Then whatever came first counts, and the page tells you how things stand.',
        },
      ],
    },
    {
      id: 'steps',
      title: 'How to do it',
      body: [
        {
          steps: [
            '[Sign in](/sign-in) and open the [list of applications](/applications).',
            'Press an application with the status “Accepted for processing”.',
            'Press “Withdraw application”. Read what follows from it, what you can do instead and what you need.',
            'Press “Draw up the statement”. Nothing changes until you have signed. The statement can be signed for 30 minutes.',
            'Read the statement. It already holds your name, date of birth and IIN, and the number and date of the application. There is nothing to fill in.',
            'If you agree, tick “I agree”: only then does the button “Sign with EDS” become active.',
            'Press “Sign with EDS”, choose where your key is kept, and press “Choose certificate”.',
            'In the NCALayer window choose your own key and type its password.',
          ],
        },
        { p: 'More on NCALayer: [NCALayer and your EDS key](/help/ncalayer).' },
      ],
    },
    {
      id: 'after',
      title: 'Once you have signed',
      body: [
        {
          list: [
            'The signature is checked, usually within seconds. If the certifying authority is silent, the check repeats itself: you may close the page.',
            'The status of the application becomes “Withdrawn”, and your statement gets a registration number of its own.',
            'Download and keep the signed statement and the signature: together they prove that you withdrew the application yourself.',
            'A withdrawn application cannot be restored. If you need one, file a new application: its term begins anew.',
          ],
        },
      ],
    },
    {
      id: 'executed',
      title: 'An executed application',
      body: [
        { note: 'An executed application cannot be withdrawn, even if it was filed by mistake.' },
        { p: 'This is what you can do instead:' },
        {
          facts: [
            ['The bank details are wrong', 'File a new application with the right details.'],
            [
              'You did not mean to transfer to an IPM',
              'File an application to return the savings from the IPM to the National Bank. Ask 1418 when that is possible.',
            ],
            ['Anything else', 'Call [1418](call) and give the number of the application.'],
          ],
        },
      ],
    },
  ],
}
