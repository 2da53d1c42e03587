// The persons of the demonstration by the part they play in the journeys.
import type { Page } from '@playwright/test'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import type { SimulatedKey } from '../../ops/world.mjs'
import { setNcaLayer } from './ncalayer-desk.ts'
import type { OpenWorld } from './world.ts'

export const MAIN = DEMO_ACCOUNT.iin // the only one who has an account, with a password and contacts, from the start
export const MEMO = '901416300200'
export const LONG_LIST = '781515300300'
export const EMPTY = '991616400409'
export const INCAPABLE = '821715300506'

const SIGN_IN = { kk: 'ЭЦҚ арқылы кіру', ru: 'Войти с ЭЦП', en: 'Sign in with EDS' } as const

/** Signs in through the page and NCALayer, as a person does. */
export async function signIn(page: Page, world: OpenWorld, iin: string, language: keyof typeof SIGN_IN = 'kk') {
  await setNcaLayer(world, { person: iin })
  await page.goto(`/${language}/sign-in`)
  await page.getByRole('button', { name: SIGN_IN[language] }).click()
  await page.waitForURL(`**/${language}/services`)
}

/** The key file of a person that is wrong in a named way ('expired', 'company-head' …), or good for a purpose. */
export function keyOf(
  world: OpenWorld,
  iin: string,
  what: SimulatedKey['what'],
  purpose: SimulatedKey['purpose'] = 'signing',
): string {
  const keys = world.simulators.persons.find(person => person.iin === iin)?.keys ?? []
  const key = keys.find(candidate => candidate.what === what && candidate.purpose === purpose)
  if (!key) throw new Error(`no ${what} key of ${iin} for ${purpose}`)
  return key.file
}
