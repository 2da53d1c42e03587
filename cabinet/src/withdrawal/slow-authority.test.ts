// eGov Mobile waits for its answer, and does not wait for ever: whatever the authorities do, it is told within ten seconds.
import { expect, it } from 'vitest'
import { begun, signWithPhone } from '../qr-signing/test-phone.ts'
import { type Answer, testService } from '../test-service.ts'
import { codeFor, draftFor, phoneRoad } from './test-phone-road.ts'

async function timed(answer: Promise<Answer>) {
  const before = performance.now()
  const { status, json, headers } = await answer
  expect((performance.now() - before) / 1000).toBeLessThan(10)
  return { status, json, again: headers.get('Retry-After') }
}

it('an authority that never answers: the phone is told within ten seconds that it was taken, and the signature is held; whoever signs in is told to send it again', async () => {
  const service = await testService({ settings: { AUTHORITY_TIMEOUT_MS: 10_000 } })
  const road = await phoneRoad(service)
  const { id } = await codeFor(road.browser, await draftFor(road, 'a-1'))
  const visitor = await begun(service.browser())
  service.pki.control({ ocsp: 'slow' })
  const [signed, signIn] = await Promise.all([
    timed(signWithPhone(service, id, road.store)),
    timed(signWithPhone(service, visitor.id, road.store)),
  ])
  expect(signed).toMatchObject({ status: 200, json: { status: 'success' } })
  expect([signIn.status, signIn.again]).toEqual([503, '120'])
  expect((await road.state(id)).state).toBe('signed')
  expect(await service.database.owner`select act, outcome from audit_event where act = 'withdrawal-held'`).toEqual([
    { act: 'withdrawal-held', outcome: 'revocation-unknown' },
  ])
})
