// The shapes of world.mjs, for the journeys written in TypeScript.
export type SimulatedKey = {
  readonly file: string
  readonly purpose: 'signing' | 'authentication'
  readonly what: 'good' | 'expired' | 'not-yet-valid' | 'company-head' | 'foreign' | 'revoked'
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
  readonly ocspGost: string
  readonly ocspRsa: string
  readonly tsp: string
  readonly crlGost: string
  readonly crlGostDelta: string
  readonly crlRsa: string
  readonly crlRsaDelta: string
  readonly pkiControl: string
  readonly smtp: string
  readonly mailPage: string // ends in a slash; beside it `messages?to=` and `control`
  readonly smsGateway: string
  readonly smsToken: string
  readonly smsPage: string
  readonly egovMobile: string // `POST …/scan` and `POST …/control`
  readonly egovMobilePage: string
  readonly trustDir: string
  readonly keysDir: string
  readonly sealKey: string // the fund's: a PEM file
  readonly persons: readonly SimulatedPerson[]
}
export type World = {
  readonly url: string
  readonly simulators: Simulators
  /** Kills the service, which may not tidy up, and starts it on the same data; by its clock `later` milliseconds have passed. */
  readonly restart: (options?: { readonly later?: number }) => Promise<void>
  readonly stop: () => Promise<void>
  readonly ended: Promise<number> // when a part of it ended by itself, or the service was restarted
}
export type WorldOptions = {
  readonly dataDir: string
  readonly port?: number
  readonly mode?: 'demo' | 'test'
  readonly trustDir?: string
  readonly clock?: string
  readonly keys?: string
  readonly settings?: (simulators: Simulators) => Readonly<Record<string, string>>
  readonly log?: (line: string) => void
}
export function startWorld(options: WorldOptions): Promise<World>
