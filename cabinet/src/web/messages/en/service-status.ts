// What works and what does not (memo item S-12): the status page, and what every page says at its top.
import type { Messages } from '../kk.ts'

export const serviceStatus: Messages['serviceStatus'] = {
  title: 'Service status',
  description:
    'Whether the service for checking applications at UAPF works right now: the system of UAPF, GBD FL, signature checks, eGov Mobile, messages, planned maintenance.',
  lead: 'Here you see whether the service and the systems that it rests on work at present. It is drawn from the last answers that the service itself received.',
  asOf: moment => `As of ${moment} (Almaty time).`,
  notWhole: 'The database of the service is not answering now: what stands below may be out of date.',
  now: 'At present',
  part: {
    service: { name: 'This site', means: 'Seeing and reading your applications.' },
    core: { name: 'The system of UAPF', means: 'Statuses and terms of applications come from it.' },
    persons: {
      name: 'State Database “Physical Persons” (GBD FL)',
      means: 'Needed to register and to draw up a statement of withdrawal.',
    },
    signing: {
      name: 'Signature checks (National Certification Authority)',
      means: 'Needed to sign in with an EDS or eGov Mobile, and to sign.',
    },
    stamp: {
      name: 'Time stamps (National Certification Authority)',
      means: 'Puts a time stamp on a signed document.',
    },
    phone: { name: 'The eGov Mobile app', means: 'Signing in and signing by QR code.' },
    mail: { name: 'E-mail', means: 'Confirmation codes and messages.' },
    sms: { name: 'SMS', means: 'Confirmation codes and messages.' },
  },
  is: {
    works: 'Works',
    fails: 'Does not answer',
    quiet: 'No contact of late',
    unseen: 'No contact yet',
    maintenance: 'Planned maintenance is going on',
  },
  lastAnswer: moment => `Last answer: ${moment}.`,
  lastContact: moment => `Last contact: ${moment}.`,
  failsSince: moment => `Since: ${moment}.`,
  lastTry: moment => `Last asked: ${moment}.`,
  until: moment => `Should end: ${moment}.`,
  planned: 'Planned maintenance',
  nothingPlanned: 'Nothing is planned for the near future.',
  goingOn: 'Going on now',
  advice: 'If something does not work',
  advices: [
    'Nothing is lost: the applications you filed and the documents you signed are kept.',
    'Try again in a few minutes.',
    'If it is urgent, call 1418.',
  ],
  announcements: 'Important notice',
  more: 'More',
  banner: {
    planned: span => `Planned maintenance: ${span}.`,
    outage: {
      persons: since => `GBD FL has not been answering since ${since}.`,
      signing: since => `The authority that checks signatures has not been answering since ${since}.`,
    },
  },
  meanwhile: {
    service: 'The site may be unavailable during this time.',
    persons: 'You still see your applications. Registering and withdrawing may have to wait: please try again later.',
    signing:
      'Signing in with an EDS or eGov Mobile may fail. A signature that you have made is not lost: it is checked later.',
    phone: 'Signing in with eGov Mobile may fail: use your EDS or your password.',
    core: 'Statuses of applications may be updated late.',
    messages: 'E-mail and SMS may arrive late.',
  },
}
