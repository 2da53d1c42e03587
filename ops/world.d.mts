// The shapes of world.mjs, for the journeys written in TypeScript.
export type SimulatedKey = {
  readonly file: string
  readonly purpose: 'signing' | 'authentication'
  readonly what: 'good' | 'expired' | 'not-yet-valid' | 'company-head' | 'foreign'
  readonly password: string
}
export type SimulatedPerson = {
  readonly iin: string
  readonly name: string
  readonly keys: readonly SimulatedKey[]
}
export type Simulators = {
  readonly ncalayer: string
  readonly ncalayerPage: string
  readonly gbdfl: string
  readonly trustDir: string
  readonly keysDir: string
  readonly persons: readonly SimulatedPerson[]
}
export type World = {
  readonly url: string
  readonly simulators: Simulators
  readonly env: Readonly<Record<string, string>>
  readonly service: { readonly kill: () => void; readonly exited: Promise<number> }
  readonly stop: () => Promise<void>
  readonly ended: Promise<number>
}
export type WorldOptions = {
  readonly dataDir: string
  readonly port?: number
  readonly mode?: 'demo' | 'test'
  readonly trustDir?: string
  readonly clock?: string
  readonly keys?: string
  readonly log?: (line: string) => void
}
export function startWorld(options: WorldOptions): Promise<World>
