// For tests: what a DER structure is made of, without its values, so that ours can be held against a genuine one.
import { type Element, readDer } from '@otinish/eds/der/read'
import { BOOLEAN, ENUMERATED, NULL, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE } from '@otinish/eds/der/tag'
import { readOid } from '@otinish/eds/der/value'

export type Skeleton = string | readonly Skeleton[]

/** Tags in order, identifiers as they are, the values of extensions opened; everything else only by its type. */
export function skeleton(element: Element): Skeleton {
  if (element.tag === OBJECT_IDENTIFIER) return readOid(element)
  if (element.children.length === 0) return tagOf(element)
  const inside = isExtension(element) ? [...element.children.slice(0, -1).map(skeleton), opened(element)] : undefined
  return [tagOf(element), ...(inside ?? element.children.map(skeleton))]
}

/** One element by the positions that lead to it. */
export function at(from: Element, ...steps: readonly number[]): Element {
  return steps.reduce((element, step) => {
    const found = element.children.at(step)
    if (!found) throw new Error(`no element ${step}`)
    return found
  }, from)
}

/** Extension (RFC 5280 §4.1) or ResponseBytes (RFC 6960 §4.2.1): an identifier, and DER inside an OCTET STRING. */
function isExtension({ tag, children }: Element): boolean {
  const [first, ...rest] = children.map(child => child.tag)
  const flags = rest.slice(0, -1)
  const isLong = (children.at(-1)?.content.length ?? 0) > 0
  return (
    tag === SEQUENCE &&
    first === OBJECT_IDENTIFIER &&
    rest.at(-1) === OCTET_STRING &&
    isLong &&
    flags.every(flag => flag === BOOLEAN)
  )
}

function opened(extension: Element): Skeleton {
  return ['inside', skeleton(readDer(at(extension, -1).content))]
}

function tagOf({ tag, content }: Element): string {
  const value = tag === BOOLEAN || tag === NULL || tag === ENUMERATED ? `=${Buffer.from(content).toString('hex')}` : ''
  return `${tag.toString(16).padStart(2, '0')}${value}`
}
