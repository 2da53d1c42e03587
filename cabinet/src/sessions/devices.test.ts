// Devices: known again by a secret, and the person is told of one that is new.
import { describe, expect, it } from 'vitest'
import type { Iin } from '../citizens/iin.ts'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { type TestService, testService } from '../test-service.ts'
import { knownDevice } from './device-store.ts'
import { keyedHash } from './keyed-hash.ts'
import { copyOf, isIn, minutes, signedInWith, toldTo } from './test-sessions.ts'

const KEY = ['00'.repeat(32)]

async function world() {
  const service = await testService()
  const authority = await testAuthority()
  return { service, aigerim: authority.signing(AIGERIM), serik: authority.signing(SERIK) }
}

const devicesOf = (service: TestService, iin: string) =>
  service.database.owner`select id from device where iin = ${iin}`

describe('a device', () => {
  it('is known again when the person signs in there once more, and nobody is told', async () => {
    const { service, aigerim } = await world()
    const browser = await signedInWith(service.browser(), aigerim)
    const secret = browser.cookies.get('device')
    await browser.post('/api/v1/sign-out')
    await signedInWith(browser, aigerim)
    expect(browser.cookies.get('device')).toBe(secret)
    expect(await devicesOf(service, AIGERIM.iin)).toHaveLength(1)
    expect(await toldTo(service, AIGERIM.iin)).toEqual([])
  })

  it('that is new is told of, but for the very first', async () => {
    const { service, aigerim } = await world()
    await signedInWith(service.browser(), aigerim)
    expect(await toldTo(service, AIGERIM.iin)).toEqual([])
    await signedInWith(service.browser(), aigerim)
    expect(await toldTo(service, AIGERIM.iin)).toEqual(['new-device'])
  })

  it('that was forgotten is told of when somebody signs in there again', async () => {
    const { service, aigerim } = await world()
    const browser = await signedInWith(service.browser(), aigerim)
    const [device] = await devicesOf(service, AIGERIM.iin)
    await browser.form(`/kk/profile/devices/${device?.['id']}/forget`)
    expect(await isIn(browser)).toBe(true) // this session goes on
    await signedInWith(browser, aigerim)
    expect(await toldTo(service, AIGERIM.iin)).toEqual(['new-device'])
  })
})

describe('a device', () => {
  it('may be shared: each person is told for themselves, and both stay known', async () => {
    const { service, aigerim, serik } = await world()
    await signedInWith(service.browser(), serik)
    const shared = await signedInWith(service.browser(), aigerim)
    await signedInWith(shared, serik)
    expect(await toldTo(service, SERIK.iin)).toEqual(['new-device'])
    await signedInWith(shared, aigerim)
    await signedInWith(shared, serik)
    expect(await toldTo(service, AIGERIM.iin)).toEqual([])
    expect(await toldTo(service, SERIK.iin)).toEqual(['new-device'])
  })

  it('that a stranger prepared gives the stranger nothing that is known', async () => {
    const { service, aigerim, serik } = await world()
    const stranger = await signedInWith(service.browser(), serik)
    const planted = stranger.cookies.get('device') ?? ''
    const victim = service.browser()
    victim.cookies.set('device', planted)
    await signedInWith(victim, aigerim)
    const known = knownDevice(service.database.sql, keyedHash(KEY))
    const { iin } = AIGERIM
    expect(await known(iin as Iin, victim.cookies.get('device'))).toBeDefined()
    expect(await known(iin as Iin, planted)).toBeUndefined()
    expect(await known(iin as Iin, undefined)).toBeUndefined()
    expect(await known(iin as Iin, 'x'.repeat(43))).toBeUndefined()
  })

  it('is kept by a keyed hash alone, and by a name of ours, never by what the browser says', async () => {
    const { service, aigerim } = await world()
    const browser = await signedInWith(service.browser(), aigerim)
    const [row] = await service.database.owner`select secret, label from device`
    const secret = Buffer.from(browser.cookies.get('device') ?? '', 'base64url')
    expect(row?.['secret'].equals(secret)).toBe(false)
    expect(row?.['label']).toBe('—')
  })

  it('that nobody has used for 400 days is forgotten', async () => {
    const { service, aigerim } = await world()
    await signedInWith(service.browser(), aigerim)
    minutes(service, 401 * 24 * 60)
    await service.jobs.forgetExpired(service.clock.at)
    expect(await devicesOf(service, AIGERIM.iin)).toHaveLength(0)
  })

  it('pressed twice is one device, and told of once at most', async () => {
    const { service, aigerim } = await world()
    const browser = await signedInWith(service.browser(), aigerim)
    await Promise.all([
      signedInWith(copyOf(service, browser), aigerim),
      signedInWith(copyOf(service, browser), aigerim),
    ])
    expect(await devicesOf(service, AIGERIM.iin)).toHaveLength(1)
    expect(await toldTo(service, AIGERIM.iin)).toEqual([])
  })
})
