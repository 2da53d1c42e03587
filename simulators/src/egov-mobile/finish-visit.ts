// The end of a scan: the person signs or declines, the app sends it back, once or as the way says.
import { readAcceptance } from './acceptance.ts'
import { pickKey } from './pick-key.ts'
import { putBody } from './put-body.ts'
import type { Outcome, Report } from './report.ts'
import { authorisationOf, speak, type Visit } from './visit.ts'

type Put = Extract<Outcome, 'signed' | 'refused' | 'unclear' | 'unreachable'>

/** Signs in the way of the visit; `decline` is the person's own word, whatever the way. */
export async function finishVisit(visit: Visit, act: 'sign' | 'decline'): Promise<Report> {
  const { phone, person, trail, documents } = visit
  const way = act === 'decline' ? { ...visit.way, sends: 'cancelled' as const } : visit.way
  const store = pickKey(phone.keys, person.iin, way.key)
  const body = await putBody(documents, way, { store, at: phone.now(), tsp: phone.tsp })
  if (body.kind !== 'body') return trail.report(body.kind)
  const outcome = await send(visit, body.text)
  const isDeclined = way.sends === 'cancelled' && outcome === 'signed'
  return trail.report(isDeclined ? 'declined' : outcome)
}

async function send(visit: Visit, body: string): Promise<Put> {
  const { again } = visit.way
  if (again === 'at-once') {
    const both = await Promise.all([put(visit, body), put(visit, body)])
    return both.includes('signed') ? 'signed' : both[0]
  }
  const first = await put(visit, body)
  if (first !== 'signed' || again === undefined) return first
  const third = await put(visit, again === 'empty' ? '' : body)
  if (third !== 'signed')
    visit.trail.notes.place('5.3', 'third PUT').note(`ended as ${third}: it has to be taken again`)
  return third
}

async function put({ phone, person, trail, operation, way }: Visit, body: string): Promise<Put> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...tokenOf(authorisationOf(operation), way.token),
  }
  const heard = await speak(trail, person, 'PUT', { method: 'PUT', url: operation.documents, headers, body })
  if (!heard) return 'unreachable'
  if (heard.kind !== 'taken') return heard.kind
  const acceptance = readAcceptance(trail.notes.place('5.2', 'PUT'), heard.body, phone.domains)
  if (!acceptance) return 'unclear'
  if (acceptance.backUrl !== undefined) trail.show({ backUrl: acceptance.backUrl })
  return 'signed'
}

function tokenOf(usual: Readonly<Record<string, string>>, token: 'none' | 'wrong' | undefined) {
  if (token === 'none') return {}
  return token === 'wrong' ? { authorization: 'Bearer wrong' } : usual
}
