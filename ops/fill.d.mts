// The shape of fill.mjs, for the journeys written in TypeScript.
export const DEMO_ACCOUNT: {
  readonly iin: string
  readonly mail: string
  readonly phone: string
  readonly password: string
}
