// Reading elements that have to be exactly these. A message of a fixed shape leaves no place for a second signature, another
// reference, or an element that is signed while its namesake is read.
import { XmlError } from './parse-xml.ts'

const ELEMENT = 1
const TEXT = 3
const NAMESPACE_OF_DECLARATIONS = 'http://www.w3.org/2000/xmlns/'
const WHITE_SPACE = /^[\t\r\n ]*$/

export type Named = { readonly namespace: string | null; readonly names: readonly string[] }

/** The elements inside, which are these in this order, with white space alone between them. Throws XmlError. */
export function elementsOf(parent: Element, { namespace, names }: Named): readonly Element[] {
  const found = childrenOf(parent).filter(node => !isWhiteSpace(node))
  const right = found.length === names.length && found.every((node, i) => isNamed(node, namespace, names[i]))
  if (!right) throw new XmlError('shape')
  return found as Element[] // isNamed has looked
}

/** Whether it is this element. */
export function isNamed(node: Node, namespace: string | null, name: string | undefined): boolean {
  if (node.nodeType !== ELEMENT) return false
  const element = node as Element // its type says so
  return element.localName === name && (element.namespaceURI || null) === namespace
}

/** The text inside, and nothing else. Throws XmlError. */
export function textOf(element: Element): string {
  const nodes = childrenOf(element)
  if (nodes.some(({ nodeType }) => nodeType !== TEXT)) throw new XmlError('shape')
  return nodes.map(({ nodeValue }) => nodeValue ?? '').join('')
}

/** Its attributes, which are these and no others; of declarations of namespaces only those named. Throws XmlError. */
export function checkAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  const found = Array.from({ length: element.attributes.length }, (_, i) => element.attributes.item(i))
  const right =
    found.length === Object.keys(attributes).length &&
    found.every(attribute => attribute !== null && attributes[attribute.name] === attribute.value)
  if (!right) throw new XmlError('shape')
}

/** The one attribute there is: Algorithm; and nothing inside. Throws XmlError. */
export function algorithmOf(element: Element): string {
  const algorithm = element.getAttribute('Algorithm') ?? ''
  checkAttributes(element, { Algorithm: algorithm })
  elementsOf(element, { namespace: null, names: [] })
  return algorithm
}

/** The prefix that this element declares for its own namespace, and nothing else. Throws XmlError. */
export function checkOwnNamespace(element: Element): void {
  const [name, namespace] = [element.prefix ? `xmlns:${element.prefix}` : 'xmlns', element.namespaceURI ?? '']
  checkAttributes(element, { [name]: namespace })
  if (element.attributes.item(0)?.namespaceURI !== NAMESPACE_OF_DECLARATIONS) throw new XmlError('shape')
}

/** Octets in base64, with the white space that writers of XML put into it. Throws XmlError. */
export function octetsOf(element: Element): Uint8Array {
  const text = textOf(element).replace(/[\t\r\n ]/g, '')
  const octets = Buffer.from(text, 'base64')
  if (text === '' || octets.toString('base64') !== text) throw new XmlError('shape')
  return octets
}

function childrenOf(parent: Node): Node[] {
  const nodes: Node[] = []
  for (let node = parent.firstChild; node; node = node.nextSibling) nodes.push(node)
  return nodes
}

function isWhiteSpace({ nodeType, nodeValue }: Node): boolean {
  return nodeType === TEXT && WHITE_SPACE.test(nodeValue ?? '')
}
