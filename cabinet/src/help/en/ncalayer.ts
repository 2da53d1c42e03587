// Signing on a computer with NCALayer (memo items S-94 … S-98, O-33).
import type { HelpText } from '../content.ts'

export const ncalayer: HelpText = {
  title: 'NCALayer and your EDS key',
  description: 'How to install and start NCALayer, find the file of your EDS key and sign; common errors.',
  lead: 'To sign in with your EDS and to sign on a computer, the program NCALayer must be installed and running. It does not run on phones and tablets: there you use [eGov Mobile](/help/egov-mobile).',
  sections: [
    {
      id: 'install',
      title: 'Installing and starting it',
      body: [
        {
          steps: [
            'Open [https://pki.gov.kz/ncalayer/](ncalayer). This is a page of the National Certification Authority (NCA): it has both the installer and a full guide.',
            'Download the file for your computer and install it.',
            'Start NCALayer. Its icon is near the clock.',
            'Close the browser completely and open it again. If it asks whether it may connect to programs on this device, allow it.',
          ],
        },
        { p: 'Does everything work? [Try your key](/rehearsal): nothing is signed.' },
      ],
    },
    {
      id: 'key',
      title: 'What the key file is called',
      body: [
        {
          facts: [
            ['GOST512_… .p12', 'The key for signing. This is the file you need to withdraw an application.'],
            ['AUTH_… .p12', 'Good for signing in only: it signs no application.'],
            ['GOSTKNCA_… .p12', 'A key of the old kind. It is not accepted for a new statement: get a new one.'],
          ],
        },
        {
          p: 'The key and its certificate are issued by NCA or at a public service centre. The file is usually in the “Downloads” folder of the computer or on a flash drive.',
        },
      ],
    },
    {
      id: 'where',
      title: 'Where your key is kept',
      body: [
        {
          facts: [
            [
              'Your computer',
              'Choose this if the key is a file (also called a GOST certificate file). A window for choosing a file opens: give it the path to the key file.',
            ],
            [
              'Identity card',
              'If the key is in the chip of your identity card. A card reader must be connected to the computer.',
            ],
            ['KAZTOKEN, eToken, JaCarta, aKey', 'If the key is on a device of its own. Connect the device first.'],
            ['I do not know', 'NCALayer shows everything it finds.'],
          ],
        },
      ],
    },
    {
      id: 'signing',
      title: 'How to sign',
      body: [
        {
          steps: [
            'Press “Sign with EDS”. Until “I agree” is ticked the button does not work, and the reason stands beside it.',
            'Choose where your key is kept and press “Choose certificate”.',
            'In the NCALayer window choose your key and type its password.',
          ],
        },
        {
          p: 'The page waits up to 10 minutes for NCALayer. If you press “Stop waiting”, nothing is sent.',
        },
        {
          note: 'The password of the key is typed into the NCALayer window only. Neither the site nor the staff of UAPF ever ask for it.',
        },
      ],
    },
    {
      id: 'errors',
      title: 'Common errors',
      body: [
        {
          facts: [
            [
              'NCALayer could not be reached',
              'Check in order: is NCALayer installed; is it running; has the browser been allowed to connect; does an antivirus or ad blocker stand in the way of 127.0.0.1. If that does not help, install NCALayer again.',
            ],
            [
              'I refused the browser’s request',
              'Press the icon next to the address bar and allow connecting to programs on this device.',
            ],
            ['The NCALayer window is not to be seen', 'It may be under other windows: minimise them.'],
            ['Wrong password', 'NCALayer says so. Check the keyboard language and CapsLock.'],
            ['No signing module', 'NCALayer is out of date: update it from its [official page](ncalayer).'],
            [
              'The key is somebody else’s',
              'Choose your own: a statement is signed only by the person who filed the application.',
            ],
            ['The key has expired or was revoked', 'Get a new key at [pki.gov.kz](pki) or at a public service centre.'],
          ],
        },
        { p: 'If nothing helps, call [1418](call) and give them the code shown on the page.' },
      ],
    },
  ],
}
