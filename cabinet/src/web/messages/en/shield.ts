// «Бұл мен емес»: what an alert is about, what was stopped, and how it is opened again.
import type { Messages } from '../kk.ts'

export const shield: Messages['shield'] = {
  banner: {
    title: 'Your cabinet is protected.',
    text: 'You said “it was not me”: withdrawals are stopped; you can still see your applications.',
    more: 'Lift the protection',
  },
  alert: {
    title: 'Was it not you?',
    lead: 'You were sent this message. If it was not you who did it, press the button below. Opening this page has changed nothing.',
    does: 'If you press the button',
    effects: [
      'Your cabinet is closed on all devices.',
      'Statements of withdrawal drawn up in your name and not yet signed become void, and no new ones can be drawn up.',
      'UAPF is told that you dispute this application.',
      'You are told of it by e-mail, by SMS and in the cabinet.',
    ],
    button: 'It was not me, stop it',
    wasMe: 'If it was you, press nothing and just close this page.',
  },
  raised: {
    title: 'Your cabinet is now protected',
    checking: 'A signature for this application is being checked already and cannot be stopped from here',
    callAtOnce: 'Call the UAPF contact centre now: 1418.',
    lead: 'Thank you, we have received it.',
    done: 'What was done',
    effects: [
      'The cabinet was closed on all devices.',
      'Statements of withdrawal that were drawn up are void, and no new ones can be drawn up.',
      'UAPF was told.',
    ],
    next: 'What to do now',
    steps: [
      'Call the UAPF contact centre and tell them what happened: 1418.',
      'If somebody else may have your EDS key, revoke it on the eGov portal or at a public service centre.',
      'If somebody may know the password of your cabinet, sign in with your EDS or eGov Mobile and change it.',
    ],
    back: 'How the protection is lifted',
    lifting:
      'Sign in with your EDS or eGov Mobile and confirm “It was me”. With a password you can see your applications but cannot lift the protection.',
  },
  protection: {
    note: 'Stop whoever acts in your name: “it was not me”.',
    title: 'Protection of the cabinet',
    stopped: 'You said “it was not me”, so withdrawals in your name are stopped.',
    since: 'Since',
    stays: [
      'You can still see your applications and their status.',
      'No statement of withdrawal can be drawn up, and none that was drawn up before can be signed.',
      'E-mail, phone, password and message settings cannot be changed, unless you sign in again with your EDS or eGov Mobile.',
    ],
    lifting: 'Lifting the protection',
    sure: 'Press this only if you are sure that all of it was you. We will tell you of it by e-mail and SMS.',
    button: 'It was me, lift the protection',
    how: 'To lift the protection, sign in with your EDS or eGov Mobile: a password is not enough for this.',
    signInAnew: 'Sign out and in again',
    notMe: 'If it was not you, or if you are in doubt, call the UAPF contact centre: 1418.',
    notLifted: 'The protection was not lifted',
    lifted: 'The protection is lifted. Applications can be withdrawn again.',
    quiet: 'Your cabinet works as usual.',
    explained: [
      'If an application to change your bank details comes in, or a statement of withdrawal is drawn up, we tell you at once by e-mail, by SMS and in the cabinet.',
      'If it was not you, open the link “It was not me” in the message and press the button: your cabinet is protected.',
      'Only somebody who signed in with the EDS or eGov Mobile can lift the protection.',
    ],
  },
}
