// The shapes of visit.mjs, for the bench written in TypeScript.
export type Preset = 'mobile' | 'desktop'
export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo'
export type Wish = { readonly url: string; readonly preset: Preset; readonly seo: boolean; readonly cookie?: string }
export type Told = {
  readonly scores: Readonly<Partial<Record<Category, number>>> // of 100
  readonly below: readonly string[] // audits that cost points
  readonly requests: number
  readonly bytes: number // over the wire, heads included
  readonly paintMs: number // until the largest thing is painted
  readonly blockedMs: number
  readonly shift: number
}
export type Lighthouse = { readonly visit: (wish: Wish) => Promise<Told>; readonly close: () => void }
export function openLighthouse(chromePath: string): Promise<Lighthouse>
