// Canonical XML 1.0 (W3C, 15 March 2001), by a maintained implementation: the one module that knows it.
import { C14nCanonicalization } from 'xml-crypto'

/** The octets of an element. There are no comments in what we read, so that with and without them are the same. */
export function canonical(element: Element): Uint8Array {
  return Buffer.from(new C14nCanonicalization().process(element, {}), 'utf8')
}
