// eGov Mobile waits for its answer, and does not wait for ever: whatever the authorities do, it is told within ten seconds.
import { expect, it } from 'vitest'
import { signWithPhone } from '../qr-signing/test-phone.ts'
import { testService } from '../test-service.ts'
import { codeFor, draftFor, phoneRoad } from './test-phone-road.ts'

it('an authority that never answers: the phone is told within ten seconds that it was taken, and the signature is held', async () => {
  const service = await testService({ settings: { AUTHORITY_TIMEOUT_MS: 10_000 } })
  const road = await phoneRoad(service)
  const draft = await draftFor(road, 'a-1')
  const { id } = await codeFor(road.browser, draft)
  service.pki.control({ ocsp: 'slow' })
  const begun = performance.now()
  const { status, json } = await signWithPhone(service, id, road.store)
  const seconds = (performance.now() - begun) / 1000
  expect([status, json]).toEqual([200, { status: 'success' }])
  expect(seconds).toBeLessThan(10)
  expect((await road.state(id)).state).toBe('signed')
  expect(await service.database.owner`select act, outcome from audit_event where act = 'withdrawal-held'`).toEqual([
    { act: 'withdrawal-held', outcome: 'revocation-unknown' },
  ])
})
