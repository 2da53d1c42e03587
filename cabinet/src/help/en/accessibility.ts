// The accessibility statement: what is aimed at, what was tried, what does not work.
import type { HelpText } from '../content.ts'

export const accessibility: HelpText = {
  title: 'Accessibility',
  description:
    'How accessible the site is to people with disabilities: the aim, the tests, known shortcomings, how to report one.',
  lead: 'Everybody should be able to use this service without help: also those who see badly, cannot hold a mouse, or have only an old phone.',
  sections: [
    {
      id: 'aim',
      title: 'What we aim at',
      body: [
        {
          p: 'We aim at level AA of the international guidelines WCAG 2.2. No independent body has assessed the site yet.',
        },
      ],
    },
    {
      id: 'tested',
      title: 'What was tested',
      body: [
        { p: 'These tests run by themselves after every change:' },
        {
          list: [
            'pages are checked with the tool axe in Kazakh, Russian and English',
            'the whole way from the list to a withdrawn application is gone by keyboard alone',
            'pages fit a screen 360 pixels wide',
            'pages still fit the screen when letters are twice as big',
            'with JavaScript turned off, applications and help can be read',
            'light and dark colours are checked',
          ],
        },
      ],
    },
    {
      id: 'limits',
      title: 'Known shortcomings',
      body: [
        {
          list: [
            'The site has not yet been tried with people who use a screen reader every day.',
            'NCALayer and eGov Mobile are programs of others: we cannot change their windows. Signing with an EDS also needs JavaScript.',
            'A blind person cannot scan a QR code from the screen. If the site is opened on the phone, a button takes its place.',
            'The PDF documents that we make are declared PDF/A but have not been through an independent validator (veraPDF). What matters in them is also on the page itself.',
            'PDF documents sent by UAPF may be scanned pictures.',
            'There is no video in sign language.',
            'For safety an idle cabinet closes: you are warned beforehand and can prolong the time.',
          ],
        },
      ],
    },
    {
      id: 'report',
      title: 'If something is in your way',
      body: [
        {
          p: 'Call [1418](call). Say on which page it was, what you could not do, and which device and program you use. We will name the shortcoming on this page and mend it.',
        },
      ],
    },
    {
      id: 'other-ways',
      title: 'Other ways',
      body: [
        {
          list: [
            'The status of an application can be learned by calling [1418](call) or at an office of UAPF.',
            'A short and simple text: [In easy language](/help/easy).',
            'A text for printing: [The whole memo](/help/print).',
          ],
        },
      ],
    },
  ],
}
