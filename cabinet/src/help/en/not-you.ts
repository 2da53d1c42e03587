// What to do when somebody else acted in a person's name.
import type { HelpText } from '../content.ts'

export const notYou: HelpText = {
  title: 'If it was not you',
  description:
    'What to do if somebody else signed in to your cabinet, or filed or withdrew an application in your name.',
  lead: 'If you see something that you did not do, take these steps calmly but without delay.',
  sections: [
    {
      id: 'sign-in',
      title: 'Somebody else signed in to your cabinet',
      body: [
        {
          steps: [
            'Sign in with your EDS or eGov Mobile.',
            'On the page [“Devices and sign-ins”](/profile/devices) sign out on every device.',
            'If you have a password, [change it](/profile/password).',
            'Call [1418](call).',
          ],
        },
      ],
    },
    {
      id: 'application',
      title: 'You did not file this application',
      body: [
        {
          steps: [
            'Open the link “It was not me” in the message that we sent and press the button: your cabinet is [protected](/protection). The link is good for seven days, and there is no need to sign in.',
            'Call [1418](call) at once and give the number of the application.',
            'If it is an application to change bank details or to transfer to an IPM, and it is not executed yet, [withdraw it yourself](/help/withdraw): no reason is asked.',
          ],
        },
      ],
    },
    {
      id: 'withdrawal',
      title: 'You did not withdraw the application',
      body: [
        {
          steps: [
            'Call [1418](call) at once.',
            'Revoke your EDS key on the eGov portal or at a public service centre: somebody may have used it.',
            'Get a new key and file the application again.',
          ],
        },
      ],
    },
    {
      id: 'phone',
      title: 'You lost your phone or changed its number',
      body: [
        {
          steps: [
            'Sign in from another device and sign out on every device.',
            'Confirm your new number [in your profile](/profile/contacts).',
          ],
        },
      ],
    },
    {
      id: 'who-looked',
      title: 'Who looked at your data',
      body: [
        {
          p: 'Who but you looked at your data is written on the page [“Who looked at my data”](/profile/history). The service can neither change nor erase these lines. If you do not understand one, call [1418](call).',
        },
      ],
    },
  ],
}
