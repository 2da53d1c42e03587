// The fields of a SEQUENCE one after another, as ASN.1 lists them: each is there, may be there, or is one too many.
import { DerError } from './error.ts'
import type { Element } from './read.ts'
import { SEQUENCE } from './tag.ts'

export type Fields = {
  /** The next field, of whatever type. Throws DerError when there is none. */
  any(): Element
  /** The next field, which has this tag. Throws DerError when it has not. */
  required(tag: number): Element
  /** The next field if it has this tag. */
  optional(tag: number): Element | undefined
  /** Throws DerError when something is left. */
  end(): void
}

/** Walks the elements inside `element`, which has this tag (a SEQUENCE unless said otherwise). Throws DerError. */
export function fieldsOf(element: Element, tag = SEQUENCE): Fields {
  expectTag(element, tag)
  const { children } = element
  let next = 0
  const any = (): Element => {
    const field = children[next++]
    if (!field) throw new DerError('unexpected', element.offset)
    return field
  }
  return {
    any,
    required: wanted => expectTag(any(), wanted),
    optional: wanted => (children[next]?.tag === wanted ? any() : undefined),
    end: () => {
      const surplus = children[next]
      if (surplus) throw new DerError('unexpected', surplus.offset)
    },
  }
}

/** The elements of a SEQUENCE OF or SET OF, each with the given tag. Throws DerError. */
export function elementsOf(list: Element, listTag: number, tag: number): readonly Element[] {
  expectTag(list, listTag)
  return list.children.map(child => expectTag(child, tag))
}

/** The one element inside an EXPLICIT tag. Throws DerError. */
export function insideOf(wrapper: Element, tag: number): Element {
  const fields = fieldsOf(wrapper, wrapper.tag)
  const inside = fields.required(tag)
  fields.end()
  return inside
}

/** The same element, having this tag. Throws DerError `unexpected` when it has not. */
export function expectTag(element: Element, tag: number): Element {
  if (element.tag !== tag) throw new DerError('unexpected', element.offset)
  return element
}
