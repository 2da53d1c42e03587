// What the specimen is made of: pages of the service in a named state, with made-up data and nobody's name.
import type { Child } from 'hono/jsx'
import type { Frame } from '../web/page.tsx'

/** For whom a page is shown: whoever is signed in, or anybody. */
export type Frames = { readonly reader: Frame; readonly anybody: Frame }

export type States = Readonly<Record<string, (frames: Frames) => Child>>

/** A moment at which everything on the specimen has just happened, so that it looks the same every day. */
export const NOW = new Date('2026-06-17T12:03:44+05:00')

export const minutesLater = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)
