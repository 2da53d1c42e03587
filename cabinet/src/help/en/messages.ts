// What people are told, where, and what is never asked of them.
import type { HelpText } from '../content.ts'

export const messages: HelpText = {
  title: 'Messages',
  description: 'What the service tells you about, how to set up messages, and what we never ask for.',
  lead: 'We tell you of important events in the cabinet, by e-mail and on your phone. There is no need to open the page again and again to see whether a status has changed.',
  sections: [
    {
      id: 'what',
      title: 'What we tell you about',
      body: [
        {
          list: [
            'the status of your application has changed, or it was withdrawn',
            'somebody signed in to your cabinet from a new device',
            'your password, e-mail address or phone number was changed',
          ],
        },
        { p: 'All messages are kept in the cabinet, on the page [“Messages”](/messages).' },
      ],
    },
    {
      id: 'choose',
      title: 'Where and in which language',
      body: [
        {
          p: 'You confirm your e-mail address and phone when you register, and can change them later [in your profile](/profile/contacts). What is sent by e-mail and what by SMS you choose on the page [“Message settings”](/profile/notifications), the language of messages in your profile. Of security and of withdrawals we tell you in one way at least. Messages that an application to change bank details came in or that a withdrawal was drawn up cannot be switched off.',
        },
      ],
    },
    {
      id: 'never',
      title: 'What we never ask for',
      body: [
        {
          note: 'Tell nobody your password, a code from an SMS, your EDS key or its password. The staff of UAPF ask for them neither by phone nor by letter nor in a messenger.',
        },
        {
          list: [
            'You type a code yourself, and on this site only.',
            'A link in a letter does not let anybody in: it opens the sign-in page. If in doubt, do not open it, and type the address of the site yourself.',
            'If somebody presses you (“your account is in danger”, “sign at once”), it is a fraudster. End the talk and call [1418](call) yourself.',
          ],
        },
      ],
    },
  ],
}
