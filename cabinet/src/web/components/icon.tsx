// The few signs of the service, drawn on a grid of 20 by 20. They repeat words that stand beside them, so they are silent.
import { html } from 'hono/html'

const SHAPES = {
  clock: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM10 5v5.2l3.4 2',
  tick: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM6 10.4l2.8 2.8L14.2 7',
  cross: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM7 7l6 6M13 7l-6 6',
  return: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8.6 5.8 6 8.3l2.6 2.5M6.2 8.3h5.3a2.6 2.6 0 0 1 0 5.2H8',
  question: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM7.7 7.8a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.8-1.1 1.6M10 14v.3',
  alert: 'M10 2.2 18.4 17H1.6ZM10 8v4M10 14.3v.3',
} as const

export type IconName = keyof typeof SHAPES
export const ICON_NAMES = Object.keys(SHAPES) as readonly IconName[]

export function Icon({ name }: { name: IconName }) {
  return WRITTEN[name]
}

/** Where signs are repeated: their shapes, once for the page, without room of their own. */
export function IconShapes({ names }: { names: readonly IconName[] }) {
  const shapes = names.map(
    name => html`<symbol id="icon-${name}" viewBox="0 0 20 20"><path d="${SHAPES[name]}"></path></symbol>`,
  )
  return html`<svg width="0" height="0" aria-hidden="true">${shapes}</svg>`
}

/** A sign whose shape stands above. */
export function IconAgain({ name }: { name: IconName }) {
  return html`<svg class="icon" width="20" height="20" aria-hidden="true"><use href="#icon-${name}"></use></svg>`
}

/** As text, once: as components they would take longer than all the rest of a small page. */
const WRITTEN = Object.fromEntries(
  ICON_NAMES.map(name => [
    name,
    html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="${SHAPES[name]}"></path></svg>`,
  ]),
) as Readonly<Record<IconName, ReturnType<typeof html>>>
