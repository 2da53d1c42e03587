// What does not work or will not: the page of the service's status, and what stands at the top of every page meanwhile.
import { ServicesPage } from '../applications/services-page.tsx'
import { OUTSIDE } from '../service-status/outside.ts'
import { StatusPage } from '../service-status/page.tsx'
import type { Picture } from '../service-status/picture.ts'
import type { Announcement } from '../web/announcement.ts'
import { minutesLater, NOW, type States } from './specimen.ts'

const sightings = OUTSIDE.map(
  (name, i) => ({ name, state: i % 3 === 1 ? 'down' : 'up', since: minutesLater(-90), at: NOW }) as const,
)

const PLAN = { what: 'signing', from: minutesLater(600), until: minutesLater(720), text: undefined } as const

const PICTURE: Picture = {
  sightings,
  plans: [
    { ...PLAN, id: '1', cancelledAt: undefined },
    { ...PLAN, id: '2', what: 'core', from: minutesLater(-10), until: minutesLater(60), cancelledAt: undefined },
  ],
  isWhole: true,
}

const ANNOUNCEMENTS: readonly Announcement[] = [
  { is: 'planned', ...PLAN },
  { is: 'outage', what: 'persons', since: minutesLater(-90) },
]

export const outageStates: States = {
  'service-status': ({ anybody }) => <StatusPage frame={anybody} picture={PICTURE} inUse={OUTSIDE} now={NOW} />,
  'service-status-unread': ({ anybody }) => (
    <StatusPage frame={anybody} picture={{ sightings: [], plans: [], isWhole: false }} inUse={OUTSIDE} now={NOW} />
  ),
  announcements: ({ reader }) => <ServicesPage frame={{ ...reader, announcements: ANNOUNCEMENTS }} />,
}
