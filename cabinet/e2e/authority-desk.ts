// Sets the simulated certifying authority of a world: how its OCSP responder, stamps and lists behave, and what is revoked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKeyFile } from '@otinish/simulators/p12/read'
import { type Revocation, revocationOf } from '@otinish/simulators/pki/revocation'
import type { Asked } from '@otinish/simulators/pki/server'
import type { Settings } from '@otinish/simulators/pki/settings'
import type { OpenWorld } from './world.ts'

/** What is not named goes back to the ordinary: everybody answers the truth. */
export async function setAuthority(world: OpenWorld, change: Partial<Settings> = {}): Promise<void> {
  const usual: Settings = { ocsp: 'good', tsp: 'good', crl: 'good', revoked: [] }
  const answer = await fetch(world.simulators.pkiControl, {
    method: 'POST',
    body: JSON.stringify({ ...usual, ...change }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** How often each service was asked until now. */
export async function askedOf(world: OpenWorld): Promise<Asked> {
  const state = (await (await fetch(world.simulators.pkiControl)).json()) as { readonly asked: Asked }
  return state.asked
}

/** The revocation, an hour ago, of the certificate in a key file of the demonstration. */
export function revokedAnHourAgo(world: OpenWorld, file: string): Revocation {
  const { keysDir, persons } = world.simulators
  const password = persons.flatMap(({ keys }) => keys).find(key => key.file === file)?.password ?? ''
  const { certificate } = openKeyFile(readFileSync(join(keysDir, file)), password)
  return revocationOf(certificate, new Date(world.now().getTime() - 3_600_000))
}
