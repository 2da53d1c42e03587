// How to sign in (memo items S-14 … S-29).
import type { HelpText } from '../content.ts'

export const signIn: HelpText = {
  title: 'How to sign in',
  description: 'Three ways to sign in to your UAPF cabinet: eGov Mobile, an EDS key, IIN and password.',
  lead: 'There are three ways. The easiest is eGov Mobile, if you have it on your phone.',
  sections: [
    {
      id: 'egov-mobile',
      title: 'With eGov Mobile',
      body: [
        {
          steps: [
            '[On the sign-in page](/sign-in) press “Sign in with eGov Mobile”: a QR code and two digits appear.',
            'Open eGov Mobile on your phone and scan this QR code.',
            'Sign only if the two digits on the phone are the same as on the computer.',
          ],
        },
        { p: 'More: [eGov Mobile and QR codes](/help/egov-mobile).' },
      ],
    },
    {
      id: 'eds',
      title: 'With an EDS key',
      body: [
        {
          steps: [
            'Install and start the program NCALayer. Its icon is near the clock.',
            '[On the sign-in page](/sign-in) choose where your key is kept and press “Sign in with EDS”.',
            'In the NCALayer window that opens, point to the key file and type the password of the key.',
          ],
        },
        { note: 'Type the password of the key into the NCALayer window only: the site never asks for it.' },
        {
          p: 'If you have no key or it has expired, get one at [pki.gov.kz](pki) or at a public service centre. More: [NCALayer and your EDS key](/help/ncalayer).',
        },
      ],
    },
    {
      id: 'password',
      title: 'With IIN and password',
      body: [
        {
          steps: [
            'First [register](/register): confirm who you are with your EDS or eGov Mobile and choose a password. This is done once.',
            'From then on type your IIN (individual identification number) and this password [on the sign-in page](/sign-in).',
          ],
        },
        {
          p: '[If you forgot the password](/forgotten-password), set a new one with your EDS, with eGov Mobile, or with the codes sent to your mail and phone.',
        },
        {
          p: 'Signed in by password you see your applications. To withdraw one you need your electronic signature all the same.',
        },
      ],
    },
    {
      id: 'safety',
      title: 'For your safety',
      body: [
        {
          list: [
            'Give nobody your password, a code from an SMS or your EDS key. The staff of UAPF never ask for them.',
            'On a shared computer leave “Remember my IIN” unticked, and press “Sign out” at the end.',
            'Type the address of this site yourself. If you follow a link from an e-mail, first check the name of the site that opens.',
          ],
        },
      ],
    },
    {
      id: 'cannot',
      title: 'If you cannot sign in',
      body: [{ p: 'Try another way. If that fails too, call [1418](call).' }],
    },
  ],
}
