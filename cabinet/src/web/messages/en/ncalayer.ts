// What is said while NCALayer is asked to sign, and when it did not. Every failure says what is known and no more.
import type { Messages } from '../kk.ts'

export const ncalayer: Messages['ncalayer'] = {
  store: 'Where is your key kept?',
  stores: {
    computer: 'Your computer',
    card: 'Identity card (in a card reader)',
    unsure: 'I do not know: let NCALayer show everything',
  },
  noScript: 'To use your EDS, turn JavaScript on in your browser: without it the page cannot reach NCALayer.',
  unavailable: 'This could not begin: the server did not answer. Check your internet connection and try again.',
  crowded: 'Too many requests came from this network. Nothing was sent. Please try again in a minute.',
  onPhone: 'NCALayer does not run on a phone.',
  toPhone: 'Go on with eGov Mobile',
  permission: 'If the browser asks whether it may connect to programs on this device, allow it.',
  connecting: 'Connecting to NCALayer. This takes no longer than 5 seconds.',
  waiting:
    'Waiting for the NCALayer window. Choose your key there and enter its password. If you do not see the window, it may be under other windows.',
  howLong: 'We wait up to 10 minutes.',
  stop: 'Stop waiting',
  sending: 'The signature has arrived. Sending it to be checked.',
  cancelled:
    'The NCALayer window was closed without signing. Nothing was sent. When you are ready, press the button again.',
  stopped:
    'No longer waiting. Nothing was sent. If the NCALayer window is still open, close it first, then press the button again.',
  interrupted:
    'The connection to NCALayer broke and no answer came. Nothing was signed on this page. Check that NCALayer is running and press the button again.',
  timedOut:
    'NCALayer did not answer in 10 minutes. Nothing was sent. If the NCALayer window is open, close it and press the button again.',
  outdated: 'NCALayer has no signing module: the program may be old. Update it and press the button again:',
  failed:
    'NCALayer could not sign. Nothing was sent. Try again; if that does not help, call 1418 and give them this code:',
  unreadable: 'The answer of NCALayer could not be understood. Nothing was sent. Update NCALayer and try again:',
  unreachable: {
    title: 'NCALayer could not be reached',
    lead: 'Check these in order, then press the button again:',
    denied:
      'The browser forbids this site to connect to programs on this device. Press the icon next to the address bar and allow it.',
    installed: 'Is NCALayer installed on this computer? If not, download and install it from',
    running: 'Is NCALayer running? Its icon is near the clock.',
    allowed:
      'Did the browser ask whether it may connect to programs on this device? Allow it. If you refused before, change the site’s permissions with the icon next to the address bar.',
    trusted:
      'Does the browser trust NCALayer’s certificate? Install NCALayer again, close the browser completely and reopen it.',
    unblocked: 'Does an antivirus or ad blocker prevent connecting to 127.0.0.1? Add this site to its exceptions.',
    computer: 'NCALayer does not run on phones and tablets: a computer is needed.',
  },
}
