// Sets the simulated NCALayer of a world: who signs, with which key, and how it misbehaves.
import type { OpenWorld } from './world.ts'

export type Desk = {
  readonly mode?: 'page' | 'auto'
  readonly person?: string // the fitting key of this IIN
  readonly key?: string // this key file
  readonly password?: string
  readonly check?: boolean // false: sign even with a key that the request does not allow
  readonly result?: 'array' | 'string'
  readonly armour?: 'pem' | 'bare'
  readonly script?: readonly string[]
}

/** What is not named goes back to the ordinary: signs honestly, checks the request, no script. */
export async function setNcaLayer(world: OpenWorld, desk: Desk): Promise<void> {
  const usual = { mode: 'auto', check: true, result: 'array', armour: 'pem', script: [] }
  const answer = await fetch(new URL('control', world.simulators.ncalayerPage), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...usual, ...desk }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
