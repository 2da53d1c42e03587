// For tests: who wants something of the application in a simulated run: people who sign and send again, the core that claims,
// releases and reports, the jobs, and the fate that takes a server away.
import { MAX_REFUSED } from '../decide.ts'
import type { DraftRow } from '../draft-store.ts'
import type { SignInput } from '../sign-draft.ts'
import { type Answer, answerOfCore, type Call } from './test-history.ts'
import { ask, cmsOf, crash, freshId, MINUTE, restart, sign, tellCoreOf, type World } from './test-world.ts'

type Actor = () => Promise<void>

const HALF_AN_HOUR = 30 * MINUTE
const HOLD = 24 * 60 * MINUTE

/** Everybody of a run; the last word, when all of them have gone, is `ending`. */
export function castOf(world: World): Actor[] {
  const { random } = world
  if (random.chance(0.1)) world.weather = 'silent'
  const first = draw(world)
  const own = cmsOf(1, random.chance(0.15) ? 'broken' : 'good')
  if (random.chance(0.1)) world.revoked.set(own.hex, world.scheduler.now() + random.below(5 * MINUTE))
  const key = random.chance(0.5) ? 'k-1' : undefined
  const crowded = random.chance(0.05)
  const after = crowded ? 15 * MINUTE : 0
  const cast: Actor[] = [() => signer(world, { draft: first, cms: own, key, by: 'page', after })]
  const maybe = (share: number, actor: Actor) => {
    if (random.chance(share)) cast.push(actor)
  }
  maybe(0.4, () => signer(world, { draft: first, cms: own, key, by: 'api', after })) // two tabs, a double click
  maybe(0.2, () => signer(world, { draft: first, cms: cmsOf(2, 'good'), key, by: 'api', after })) // the key with another body
  maybe(0.5, () => signer(world, { draft: first, cms: cmsOf(3, 'good'), key: undefined, by: 'qr', after }))
  if (crowded) cast.push(() => stranger(world, first))
  maybe(0.1, () => victim(world, first))
  maybe(0.3, () => latecomer(world))
  maybe(0.8, () => core(world))
  maybe(0.5, () => fate(world))
  for (const which of world.servers.keys()) maybe(0.8, () => jobs(world, which))
  return cast
}

function draw(world: World): string {
  const id = freshId(world)
  const expires_at = new Date(world.scheduler.now() + HALF_AN_HOUR)
  world.model.draw({ id, iin: '851315400107', application: 'a-1', expires_at } as DraftRow)
  return id
}

type Plan = {
  readonly draft: string
  readonly cms: { readonly hex: string; readonly base64: string }
  readonly key: string | undefined
  readonly by: SignInput['by']
  readonly after: number // milliseconds
}

const TRIES = 5

/** Sends until told how it ended; some send it again even then. */
async function signer(world: World, plan: Plan): Promise<void> {
  const { random, scheduler, people } = world
  await scheduler.sleep(people, plan.after + random.below(random.chance(0.05) ? HALF_AN_HOUR + MINUTE : 5_000))
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await send(world, plan)
    const open = answer.is === 'unknown' || answer.is === 'checking'
    if (!open && random.chance(0.6)) return
    await scheduler.sleep(people, random.below(random.chance(0.2) ? 5 * MINUTE : 10_000))
  }
}

function send(world: World, { draft, cms, key, by }: Omit<Plan, 'after'>): Promise<Answer> {
  const call: Call = { is: 'sign', draft, cms: cms.hex, key: key ?? null }
  return ask(world, call, () => sign(world, { draftId: draft, cms: cms.base64, idempotencyKey: key, by }))
}

/** Whoever knows the id of a draft may send what does not count, until it is used up. */
async function stranger(world: World, draft: string): Promise<void> {
  for (let n = 0; n < 2 * MAX_REFUSED; n++) {
    const answer = await send(world, { draft, cms: cmsOf(100 + n, 'broken'), key: undefined, by: 'api' })
    const decided = answer.is === 'refused' && answer.code === 'signature-invalid'
    if (!decided) await world.scheduler.sleep(world.people, world.random.below(20_000))
  }
}

/** Has not asked for it, and says so. */
async function victim(world: World, draft: string): Promise<void> {
  await world.scheduler.sleep(world.people, world.random.below(5_000))
  await persist(world, { is: 'stop', draft })
}

/** Draws up a statement of their own when that is possible, and signs it. */
async function latecomer(world: World): Promise<void> {
  const { random, scheduler, people, model } = world
  await scheduler.sleep(people, random.below(MINUTE))
  if (!model.isOpen()) return
  await signer(world, { draft: draw(world), cms: cmsOf(4, 'good'), key: 'k-1', by: 'page', after: 0 })
}

/** One call after the other, repeated while nothing is known of it; some of it makes no sense, as in life. */
async function core(world: World): Promise<void> {
  const { random, scheduler, people } = world
  let claims = 1
  for (let calls = 1 + random.below(8); calls > 0; calls--) {
    await scheduler.sleep(people, random.below(random.chance(0.2) ? MINUTE : 4_000))
    const call = random.pick<Call>([
      { is: 'claim', claim: `c-${claims}` },
      { is: 'claim', claim: `c-${claims}` },
      { is: 'claim', claim: `c-${claims}` },
      { is: 'release', claim: `c-${claims}` },
      { is: 'release', claim: `c-${random.chance(0.8) ? claims : 99}` },
      { is: 'end', event: 'e-1', word: 'executed' },
      { is: 'end', event: 'e-2', word: 'refused' },
    ])
    const answer = await persist(world, call)
    if (call.is === 'release' && answer.is !== 'refused') claims++ // another attempt is another claim
  }
}

async function persist(world: World, call: Call): Promise<Answer> {
  let answer: Answer = { is: 'unknown' }
  for (let tries = 0; tries < TRIES && answer.is === 'unknown'; tries++)
    answer = await ask(world, call, () => tellCoreOf(world, async () => answerOfCore(await carryOut(world, call))))
  return answer
}

function carryOut({ model }: World, call: Call) {
  if (call.is === 'claim') return model.claim(call.claim)
  if (call.is === 'release') return model.release(call.claim)
  if (call.is === 'end') return model.end(call.event, call.word)
  if (call.is === 'stop') return model.stop(call.draft)
  throw new Error('a signature is not the core’s')
}

async function fate(world: World): Promise<void> {
  const { random, scheduler, people } = world
  for (let crashes = 1 + random.below(3); crashes > 0; crashes--) {
    await scheduler.sleep(people, random.below(10_000))
    for (let steps = random.below(20); steps > 0; steps--) await scheduler.pause(people) // at any await, not at any second
    const which = random.below(world.servers.length)
    crash(world, which)
    await scheduler.sleep(people, random.below(20_000))
    restart(world, which)
  }
}

/** Now and then, never two rounds at a time. */
async function jobs(world: World, which: number): Promise<void> {
  const { random, scheduler, people } = world
  let busy: unknown
  for (let rounds = 1 + random.below(8); rounds > 0; rounds--) {
    await scheduler.sleep(people, 5_000 + random.below(MINUTE))
    const server = world.servers[which]
    if (!server?.crew.alive || busy === server) continue
    busy = server
    void server.job().then(() => {
      busy = undefined
    })
  }
}

const ROUNDS = 4 // of the job, through the whole hold and beyond

/** Everything works again, but perhaps the authority; the hold ends: what was left is decided, and everybody asks once more. */
export async function ending(world: World): Promise<void> {
  const { scheduler, people, random } = world
  world.lines = 'good'
  for (const which of world.servers.keys()) restart(world, which)
  await scheduler.sleep(people, random.chance(0.3) ? HOLD : 10 * MINUTE)
  if (world.weather !== 'silent' || random.chance(0.5)) world.weather = 'calm'
  for (let round = 0; round < ROUNDS; round++) {
    if (world.mutant !== 'never comes back') await world.servers[0]?.job()
    await scheduler.sleep(people, HOLD / 2)
  }
  world.weather = 'calm'
  const asked = new Map(world.exchanges.map(({ call }) => [JSON.stringify(call), call]))
  for (const call of asked.values()) {
    if (call.is === 'end') await persist(world, call)
    if (call.is === 'sign')
      await send(world, { ...call, cms: readCms(call.cms), key: call.key ?? undefined, by: 'api' })
  }
  await persist(world, { is: 'claim', claim: 'c-last' }) // nothing bars it for ever
}

function readCms(hex: string) {
  return { hex, base64: Buffer.from(hex, 'hex').toString('base64') }
}
