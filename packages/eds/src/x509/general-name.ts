// GeneralName: the forms in which a certificate names its holder beside the subject. RFC 5280 §4.2.1.6.
import { DerError } from '../der/error.ts'
import { expectTag, insideOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, primitiveContext, SEQUENCE } from '../der/tag.ts'
import { checkNameLength } from './comparable-name.ts'
import { type Name, readName } from './name.ts'

export type GeneralName =
  | { readonly form: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly text: string } // ASCII
  | { readonly form: 'iPAddress'; readonly octets: Uint8Array } // four or sixteen; twice as many in constraints
  | { readonly form: 'directoryName'; readonly name: Name }
  | { readonly form: 'otherName' | 'x400Address' | 'ediPartyName' | 'registeredID'; readonly encoded: Uint8Array }

export type NameForm = GeneralName['form']

/** GeneralNames, SIZE (1..MAX). Throws DerError. */
export function readGeneralNames(list: Element, tag = SEQUENCE): readonly GeneralName[] {
  checkNameLength(list)
  const names = expectTag(list, tag).children.map(readGeneralName)
  if (names.length === 0) throw new DerError('unexpected', list.offset)
  return names
}

/** One GeneralName by its context tag. Throws DerError for a tag that is none, and for text that is not ASCII. */
export function readGeneralName(element: Element): GeneralName {
  const read = FORMS.get(element.tag)
  if (!read) throw new DerError('unexpected', element.offset)
  return read(element)
}

const FORMS: ReadonlyMap<number, (element: Element) => GeneralName> = new Map<
  number,
  (element: Element) => GeneralName
>([
  [constructedContext(0), ({ encoded }) => ({ form: 'otherName', encoded })],
  [primitiveContext(1), element => ({ form: 'rfc822Name', text: readAscii(element) })],
  [primitiveContext(2), element => ({ form: 'dNSName', text: readAscii(element) })],
  [constructedContext(3), ({ encoded }) => ({ form: 'x400Address', encoded })],
  [constructedContext(4), element => ({ form: 'directoryName', name: readName(insideOf(element, SEQUENCE)) })], // a CHOICE, so EXPLICIT
  [constructedContext(5), ({ encoded }) => ({ form: 'ediPartyName', encoded })],
  [primitiveContext(6), element => ({ form: 'uniformResourceIdentifier', text: readAscii(element) })],
  [primitiveContext(7), ({ content }) => ({ form: 'iPAddress', octets: content })],
  [primitiveContext(8), ({ encoded }) => ({ form: 'registeredID', encoded })],
])

/** IA5String under an implicit tag. */
function readAscii({ content, offset }: Element): string {
  if (content.some(octet => octet > 0x7f)) throw new DerError('string-malformed', offset)
  return Buffer.from(content).toString('latin1')
}
