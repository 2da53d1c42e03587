// What surrounds every page, and the pages that say what went wrong.
import type { Messages } from '../kk.ts'

export const chrome: Messages['chrome'] = {
  skip: 'Skip to the main content',
  languages: 'Language',
  services: 'Services',
  profile: 'Profile',
  messages: 'Messages',
  unread: count => `${count} unread`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  youAreHere: 'You are here',
  number: number => `No.\u00a0${number}`,
  contact: 'UAPF contact centre',
  more: 'Further pages',
  further: {
    help: 'Help',
    status: 'Service status',
    accessibility: 'Accessibility',
    kinds: 'Application types',
    verify: 'Check a document',
  },
  clock: 'All times are Almaty time.',
  problem: {
    notFound: 'Page not found',
    title: 'This was not done',
    code: id => `If you call 1418, give them this code: ${id}`,
    toApplications: 'Go to my applications',
    toApplication: 'Go to this application',
    toResult: 'Open the registered result',
    toSignIn: 'Sign in to the cabinet',
  },
}
