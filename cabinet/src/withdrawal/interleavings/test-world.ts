// For tests: the world of one simulated run: two servers with the service's own completion, one application, and whatever may fail.
// A connection breaks before the store has done what it was asked, or after; the authority is slow, silent or confused; the power goes.
import type { Proof } from '../evidence.ts'
import { finishUndecided } from '../finish-undecided.ts'
import type { Judgement } from '../settle.ts'
import { type SignInput, type SignNeeds, signDraft } from '../sign-draft.ts'
import type { Attempt } from '../signature-store.ts'
import { type Answer, answerOfSigning, type Call, type Exchange } from './test-history.ts'
import { type Model, openModel } from './test-model-store.ts'
import type { Mutant } from './test-mutants.ts'
import type { Random } from './test-random.ts'
import { type Crew, openScheduler, type Scheduler } from './test-scheduler.ts'

export const MINUTE = 60_000
const START = Date.UTC(2026, 5, 16, 7)
const LOST = 0.02 // of the calls of the store, and as many again that are lost after they were carried out

/** How the authority is at present. At the end of a run everybody answers. */
type Weather = 'as usual' | 'silent' | 'calm'

export type World = {
  readonly random: Random
  readonly scheduler: Scheduler
  readonly model: Model
  readonly mutant: Mutant | undefined
  readonly people: Crew // they do not die
  readonly exchanges: Exchange[]
  readonly servers: Server[]
  readonly revoked: Map<string, number> // CMS by certificates that are revoked, and since when
  weather: Weather
  lines: 'bad' | 'good'
  crashes: number
  moment: number // of the clock by which exchanges are told apart
  ids: number
}

type Server = {
  readonly crew: Crew
  readonly sign: (input: SignInput) => Promise<Answer>
  readonly job: () => Promise<void>
  readonly waiting: Set<() => void> // who would never be answered if it died
}

export function openWorld(random: Random, mutant: Mutant | undefined): World {
  const scheduler = openScheduler(random, START)
  const fixed = { random, scheduler, mutant, model: openModel(mutant), people: { alive: true }, revoked: new Map() }
  const world: World = {
    ...fixed,
    exchanges: [],
    servers: [],
    weather: 'as usual',
    lines: 'bad',
    crashes: 0,
    moment: 0,
    ids: 0,
  }
  world.servers.push(boot(world), boot(world))
  return world
}

/** Asks, and writes down what was asked and how it was answered. */
export async function ask(world: World, call: Call, send: () => Promise<Answer>): Promise<Answer> {
  const asked = world.moment++
  const answer = await send()
  world.exchanges.push({ call, asked, answered: world.moment++, answer })
  return answer
}

/** Any server takes it; nothing is known when it dies before it answers. */
export async function sign(world: World, input: SignInput): Promise<Answer> {
  await world.scheduler.pause(world.people)
  const server = world.servers[world.random.below(world.servers.length)]
  if (!server?.crew.alive) return { is: 'unknown' }
  return new Promise(resolve => {
    const lost = () => resolve({ is: 'unknown' })
    server.waiting.add(lost)
    const answered = (answer: Answer) => {
      server.waiting.delete(lost)
      resolve(answer)
    }
    const failed = world.mutant === 'tells a loss as a refusal' ? SAYS_NO : NOBODY_KNOWS
    server.sign(input).then(answered, () => answered(failed))
  })
}

const NOBODY_KNOWS: Answer = { is: 'unknown' }
const SAYS_NO: Answer = { is: 'refused', code: 'signature-invalid' }

/** The call of the core, which may be lost on its way there or back. */
export async function tellCoreOf(world: World, call: () => Promise<Answer>): Promise<Answer> {
  const answer = await throughLine(world, world.people, call)().catch(() => NOBODY_KNOWS)
  await world.scheduler.pause(world.people)
  return answer
}

/** One server dies with everything that it was doing. */
export function crash(world: World, which: number): void {
  const server = world.servers[which]
  if (!server?.crew.alive) return
  server.crew.alive = false
  world.crashes++
  world.model.crash()
  for (const lost of server.waiting) lost()
}

export function restart(world: World, which: number): void {
  world.servers[which] = boot(world)
}

function boot(world: World): Server {
  const crew = { alive: true }
  const completion = completionOf(world, crew)
  const signing = signDraft(completion)
  const finish = finishUndecided({ ...completion, report: () => {} })
  return {
    crew,
    waiting: new Set(),
    sign: async input => {
      const outcome = await signing(input)
      await world.scheduler.pause(crew) // the answer is on its way
      return answerOfSigning(outcome)
    },
    job: () =>
      finish().then(
        () => {},
        () => {},
      ),
  }
}

function completionOf(world: World, crew: Crew): SignNeeds {
  const { scheduler, model } = world
  const store = model.storeOf(() => scheduler.pause(crew))
  return {
    store: {
      findDraft: throughLine(world, crew, store.findDraft),
      receive: throughLine(world, crew, store.receive),
      recall: throughLine(world, crew, store.recall),
      takeDue: throughLine(world, crew, store.takeDue),
      open: throughLine(world, crew, store.open),
      settle: throughLine(world, crew, store.settle),
      findRegistration: throughLine(world, crew, store.findRegistration),
    },
    judge: attempt => judge(world, crew, attempt),
    now: () => new Date(scheduler.now()),
    newId: () => freshId(world),
    holdHours: 24,
  }
}

export function freshId(world: World): string {
  return `00000000-0000-4000-8000-${String(world.ids++).padStart(12, '0')}`
}

function throughLine<A extends unknown[], R>(world: World, crew: Crew, call: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => {
    const { random, scheduler } = world
    await scheduler.pause(crew)
    if (world.lines === 'bad' && random.chance(LOST)) throw new Error('the connection could not be made')
    const result = await call(...args)
    if (world.lines === 'bad' && random.chance(LOST)) throw new Error('the connection broke; was it carried out?')
    return result
  }
}

async function judge(world: World, crew: Crew, attempt: Attempt): Promise<Judgement> {
  const { random, scheduler } = world
  await scheduler.pause(crew)
  if (world.weather === 'silent') return { kind: 'unknown', why: 'revocation-unknown' }
  if (world.weather === 'as usual') {
    const luck = random.below(20)
    if (luck < 2) return { kind: 'unknown', why: 'revocation-unknown' }
    if (luck === 2) return { kind: 'unknown', why: 'busy' }
    if (luck === 3) throw new Error('a fault of ours')
    if (luck < 7) await scheduler.sleep(crew, random.below(MINUTE))
  }
  return truthOf(world, attempt)
}

/** By the first letters of the CMS, and by the moment at which the authority is asked. */
function truthOf({ revoked, scheduler }: World, { cms }: Attempt): Judgement {
  const hex = cms.toString('hex')
  const since = revoked.get(hex)
  if (since !== undefined && scheduler.now() >= since) return { kind: 'bad', code: 'signature-certificate-revoked' }
  if (hex.startsWith(BROKEN)) return { kind: 'bad', code: 'signature-invalid' }
  return { kind: 'good', proof: {} as Proof } // the model looks at none
}

const BROKEN = '3001'

/** Bytes that begin like a CMS; of no other meaning here. */
export function cmsOf(n: number, how: 'good' | 'broken'): { readonly hex: string; readonly base64: string } {
  const bytes = Buffer.from([0x30, how === 'broken' ? 1 : 2, n])
  return { hex: bytes.toString('hex'), base64: bytes.toString('base64') }
}
