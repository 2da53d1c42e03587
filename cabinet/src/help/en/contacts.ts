// Whom to ask, how to appeal, and on which acts the service rests.
import type { HelpText } from '../content.ts'

export const contacts: HelpText = {
  title: 'Contacts, appeals and laws',
  description:
    'Reaching UAPF: the number 1418, WhatsApp, the site. How to appeal, and on which laws the service rests.',
  lead: 'If you have a question, first call 1418. Have the number of your application at hand.',
  sections: [
    {
      id: 'call',
      title: 'How to reach us',
      body: [
        {
          facts: [
            ['UAPF contact centre', '[1418](call)'],
            ['WhatsApp', '[+7 777 000 1418](whatsapp)'],
            ['UAPF site', '[enpf.kz](fund)'],
            ['UAPF head office', '80 Shevchenko Street, Almaty'],
          ],
        },
        {
          note: 'Give the number of the application. Give neither a password nor a code from an SMS: nobody of ours asks for them.',
        },
      ],
    },
    {
      id: 'appeal',
      title: 'How to appeal',
      body: [
        {
          p: 'If you disagree with a decision, an act or a failure to act of UAPF, you can appeal. The basis is article 91 of the Administrative Procedural and Process Code. If an application was refused, its page gives the last day for an appeal.',
        },
      ],
    },
    {
      id: 'acts',
      title: 'On which laws the service rests',
      body: [
        {
          list: [
            '[Social Code](act:K2300000224), 20.04.2023, No.\u00a0224-VII',
            'Government resolution, 30.06.2023, No.\u00a0521: pension payments, lump sums and their return',
            '[Order of the Minister of Labour and Social Protection](act:V2100022394), 25.03.2021, No.\u00a084: pension payments from CPC and COPC',
            '[Order](act:V2100022100), 21.01.2021, No.\u00a024: use of lump sums for housing',
            '[Government resolution](act:P2400000705), 29.08.2024, No.\u00a0705: payments from EMPC',
            '[Resolution of the Board of the Agency for Regulation and Development of the Financial Market](act:V2300032663), 26.05.2023, No.\u00a028: passing pension assets to IPMs, and between an IPM and the National Bank',
            'Resolution of the same Agency, 07.06.2023, No.\u00a044: transfers to an insurance organisation (pension annuity)',
            'Administrative Procedural and Process Code, 29.06.2020, No.\u00a0350-VI: hearing (article 73), appeal (article 91)',
            '[Law on holidays](act:Z010000267_), 13.12.2001, No.\u00a0267, and Labour Code, 23.11.2015, articles 84 and 85: days off',
          ],
        },
        { p: 'See at [adilet.zan.kz](adilet) whether the laws have changed: the text there is the one in force.' },
      ],
    },
  ],
}
