// Signing in (memo items S-14 … S-22).
import type { Messages } from '../kk.ts'

export const signIn: Messages['signIn'] = {
  title: 'Sign in to your cabinet',
  lead: 'In the cabinet you see where your applications to UAPF stand; some of them you can withdraw.',
  first: 'To see the page you asked for, sign in first. It opens as soon as you have signed in.',
  needs: 'To sign in you need:',
  key: 'your EDS key as an individual;',
  ncalayer: 'the program NCALayer, running on this computer.',
  button: 'Sign in with EDS',
  noScript: 'To sign in with EDS, turn JavaScript on in your browser: without it the page cannot reach NCALayer.',
  notDone: 'You are not signed in',
  unavailable: 'Signing in could not begin: the server did not answer. Check your internet connection and try again.',
}
