// Components as text.
import { raw } from 'hono/html'
import { type Child, isValidElement, type JSXNode } from 'hono/jsx'

/**
 * What components write. Not by Hono's own `toString`: it opens a store for components that await, and from then on Node 20 and 22
 * follow every promise of the process. Ours never await. Throws when one does, and when one wants to move into the head, which is
 * all written by `Head`.
 */
export function render(element: Child): string {
  if (!isValidElement(element)) throw new TypeError('only an element can be rendered')
  const written: Parameters<JSXNode['toStringToBuffer']>[0] = Object.assign([''], { callbacks: [] })
  element.toStringToBuffer(written)
  const [text] = written
  if (typeof text !== 'string' || written.length > 1) throw new TypeError('a component awaits')
  if (written.callbacks.length > 0) throw new TypeError('a component wants to move into the head')
  return text
}

/** The same, to be put among other components as it is. */
export function rendered(element: Child): ReturnType<typeof raw> {
  return raw(render(element))
}
