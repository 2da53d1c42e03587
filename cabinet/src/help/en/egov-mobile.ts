// Signing with eGov Mobile by a QR code (memo items S-99 … S-110, O-31).
import type { HelpText } from '../content.ts'

export const egovMobile: HelpText = {
  title: 'eGov Mobile and QR codes',
  description:
    'Signing by QR code in the eGov Mobile app: installing it, three steps, signing on the same phone, the two digits.',
  lead: 'eGov Mobile is an app for your phone. To sign with it you need neither NCALayer nor a key file.',
  sections: [
    {
      id: 'install',
      title: 'Installing the app',
      body: [
        {
          p: 'The app must be installed and you must be signed in to it. If you do not have it, install it by an official link only:',
        },
        { list: ['[App Store](egovMobileIos): for iPhone', '[Google Play](egovMobileAndroid): for Android'] },
      ],
    },
    {
      id: 'steps',
      title: 'Signing by QR code: three steps',
      body: [
        {
          steps: [
            'Open eGov Mobile on your device.',
            'Open the QR scanner (“eGov QR”) at the top right of its home page.',
            'Point the phone’s camera at the QR code on the computer screen.',
          ],
        },
        {
          p: 'The phone shows the document. Read it and press “Sign”. When it says “Signing completed successfully”, all is well: the page on the computer goes on by itself.',
        },
      ],
    },
    {
      id: 'same-phone',
      title: 'If the site and the app are on one phone',
      body: [
        {
          p: 'You cannot scan a code on your own screen, and you need not. Press “Open eGov Mobile” on the page, and come back to it after signing.',
        },
      ],
    },
    {
      id: 'digits',
      title: 'What the two digits are for',
      body: [
        {
          p: 'Two digits stand beside the QR code. The phone must show the same two digits.',
        },
        {
          note: 'If the digits differ, or somebody sent you the QR code, do not sign: it may be a fraudster who wants to come in under your name.',
        },
        { p: 'A QR code works for a short time, and once. If its time is over, press “Get a new QR code”.' },
      ],
    },
    {
      id: 'for-what',
      title: 'What it can be used for now',
      body: [
        {
          list: [
            '[signing in](/sign-in)',
            '[registering](/register) and [recovering a password](/forgotten-password)',
            '[trying the app](/rehearsal)',
            'signing a statement of withdrawal',
          ],
        },
        {
          p: 'Read the statement of withdrawal, tick “I agree” and press “Sign with QR”. The QR code works for 15 minutes. If you change your mind, the same statement can be signed with EDS: whichever arrives first counts.',
        },
      ],
    },
    {
      id: 'errors',
      title: 'If something does not work',
      body: [
        {
          facts: [
            [
              'The camera does not read the QR code',
              'Make the screen brighter and the code bigger. It is the scanner in eGov Mobile that is needed, not the phone’s camera.',
            ],
            ['The phone shows an error', 'Update the app and get a new QR code.'],
            ['The page does not go on', 'Check the internet: the page goes on by itself once it is back.'],
            ['I declined on the phone', 'Nothing was signed. If you wish, get a new QR code.'],
          ],
        },
      ],
    },
  ],
}
