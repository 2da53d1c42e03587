// Signing in (memo items S-14 … S-29): one page with three ways, its help, and the rehearsal of a key.
import { english } from '../../plural.ts'
import type { Messages } from '../kk.ts'

export const signIn: Messages['signIn'] = {
  title: 'Sign in to your cabinet',
  description:
    'See where your applications to UAPF stand, or withdraw one: sign in with EDS, with your IIN and password, or with eGov Mobile.',
  lead: 'Choose whichever way suits you. Any of them lets you see where your applications stand; to withdraw one you will also need your electronic signature.',
  first: 'To see the page you asked for, sign in first. It opens as soon as you have signed in.',
  notDone: 'You are not signed in',
  eds: {
    title: 'EDS key',
    needs: 'You need your key and the program NCALayer, running on this computer.',
    button: 'Sign in with EDS',
    rehearse: 'Try your key first',
  },
  password: {
    title: 'IIN and password',
    needs: 'You chose the password yourself when you registered on this site.',
    iin: 'IIN',
    iinHint: 'Your individual identification number: 12 digits.',
    password: 'Password',
    remember: 'Remember my IIN',
    rememberHint: 'It is kept on this device only. Leave this unticked on a shared computer.',
    button: 'Sign in to the cabinet',
    register: 'Register',
    forgotten: 'Forgot your password?',
    iinMistyped: 'There may be a mistake in this IIN: look at its digits once more.',
    iinWrong: 'An IIN has 12 digits.',
    wrong: 'The IIN or the password is wrong.',
    missing: 'No password was typed.',
    toField: { iin: 'Correct the IIN', password: 'Type the password again' },
  },
  show: 'Show',
  hide: 'Hide',
  egovMobile: {
    title: 'The eGov Mobile app',
    needs:
      'You need the eGov Mobile app on your phone. The next page shows a QR code; on the phone itself you open the app from that page.',
    button: 'Sign in with eGov Mobile',
  },
  toHelp: 'How do I sign in? The ways explained',
  rehearsal: {
    title: 'Try your key',
    lead: 'Here you can check beforehand that your EDS key and the program NCALayer work.',
    harmless: 'This is a rehearsal: no document is signed, you are not signed in, and the result is kept nowhere.',
    button: 'Try the key',
    phone: 'Try eGov Mobile',
    notDone: 'The key did not pass the check',
    works: 'Your key works',
    worksOnPhone: 'eGov Mobile works',
    worksOnPhoneLead: 'The signature made with the key on your phone has reached us and passed the check.',
    checked: 'The signature has reached us and passed the check. The certificate is valid today and not revoked.',
    owner: 'Whose key',
    iin: 'IIN',
    until: 'Valid until',
    issuer: 'Issued by',
    goodFor: 'Good for',
    uses: {
      both: 'Signing in and signing an application.',
      'signing-in':
        'Signing in only. To withdraw an application you need the key for signing (its file name usually begins with GOST512).',
    },
    soon: days =>
      days === 0
        ? 'It expires today. Renew the key.'
        : `It expires in ${days} ${english(days, 'day', 'days')}. Renew the key in good time.`,
    again: 'Try another key',
    toSignIn: 'Sign in',
  },
}
