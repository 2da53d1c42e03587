// The end of a session, devices, recent sign-ins.
import { english } from '../../plural.ts'
import type { Messages } from '../kk.ts'

export const sessions: Messages['sessions'] = {
  title: 'Devices and sign-ins',
  lead: 'Here you see from which devices your cabinet was opened. If you do not recognise one of them, sign out everywhere and change your password.',
  ways: {
    eds: 'With an EDS key',
    password: 'With IIN and password',
    'egov-mobile': 'With eGov Mobile',
  },
  unknown: 'Unknown device',
  open: {
    title: 'Where the cabinet is open now',
    current: '(you are here)',
    since: 'Signed in:',
    seen: 'Last used:',
    end: 'Sign out there',
  },
  everywhere: 'Sign out everywhere',
  everywhereHint: 'On this device too. You can sign in again afterwards.',
  known: {
    title: 'Known devices',
    lead: 'When somebody enters your cabinet from a device that is not listed here, we tell you at once. Remove those that you no longer use.',
    current: '(this device)',
    first: 'First sign-in:',
    last: 'Latest:',
    forget: 'Remove from the list',
  },
  lately: {
    title: 'Recent sign-ins',
    lead: 'Attempts to enter the cabinet in your name, failed ones included. If one of them was not you, call 1418.',
    succeeded: 'Signed in',
    refused: 'Could not sign in',
  },
  warning: {
    title: 'The end of your session',
    soon: minutes =>
      `For a while you have opened no page and sent nothing, so the cabinet will close in ${minutes}\u00a0${english(minutes, 'minute', 'minutes')}. If you continue, what you typed on this page stays.`,
    last: minutes =>
      `The cabinet will close in ${minutes}\u00a0${english(minutes, 'minute', 'minutes')}: one sign-in lasts 12\u00a0hours at most and cannot be extended. Send what you typed now, then sign in again.`,
    extend: 'Continue',
    signing:
      'The time is up, so the page is hidden. But the signature that you began in the window of NCALayer counts: finish it there and it is sent at once.',
    failed: 'It could not be extended: the server did not answer. Check your connection and press again.',
  },
  ended: {
    idle: 'The cabinet was closed for your safety: for 15 minutes no page was opened and nothing was sent. Sign in again to come back to the same page.',
    day: 'The cabinet was closed: one sign-in lasts 12 hours at most. Sign in again to come back to the same page.',
    out: 'You have signed out.',
    everywhere: 'You have signed out everywhere. If somebody may know your password, change it once you are in.',
    over: 'Your session is over: its time was up, or the cabinet was closed in another window or on another device. Sign in again.',
  },
}
