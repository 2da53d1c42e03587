// What eGov Mobile signs to be given a document: where it asks, and when. `auth_type: Eds` of the QR signing protocol, §3.
import type { Certificate } from '@otinish/eds/x509/certificate'
import { DSIG } from './algorithms.ts'
import { parseXml, XmlError } from './parse-xml.ts'
import { checkAttributes, elementsOf, isNamed, textOf } from './shape.ts'
import { verifyEnveloped } from './verify-enveloped.ts'

export type Login = {
  readonly url: string
  readonly at: Date // as the phone's clock says
  readonly certificate: Certificate // of the key that made the signature; nothing else is known of it
}

const WITHOUT_NAMESPACE = { namespace: null, names: ['url', 'timeStamp'] } as const

/** A login whose signature holds. Throws XmlError, EdsError, DerError. */
export function readLogin(xml: string): Login {
  const root = parseXml(xml)
  if (!isNamed(root, null, 'login')) throw new XmlError('shape')
  checkAttributes(root, {})
  const certificate = verifyEnveloped(root, lastElementOf(root))
  const [url, timeStamp] = elementsOf(root, WITHOUT_NAMESPACE) // all that is left is signed
  if (!url || !timeStamp) throw new XmlError('shape')
  for (const element of [url, timeStamp]) checkAttributes(element, {})
  const at = momentOf(textOf(timeStamp).trim())
  if (!at) throw new XmlError('shape')
  return { url: textOf(url), at, certificate }
}

function lastElementOf(root: Element): Element {
  const elements = Array.from({ length: root.childNodes.length }, (_, i) => root.childNodes.item(i)).filter(
    node => node?.nodeType === root.nodeType,
  )
  const last = elements.at(-1)
  if (elements.length !== 3 || !last || !isNamed(last, DSIG, 'Signature')) throw new XmlError('shape')
  return last as Element // isNamed has looked
}

const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:?\d\d)?$/
const ALMATY = '+05:00' // a clock that names no zone

/** The format is written nowhere: ISO 8601, or milliseconds or seconds since 1970, are taken. */
export function momentOf(text: string): Date | undefined {
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  const [, local, zone = ALMATY] = ISO.exec(text) ?? []
  if (local === undefined) return undefined
  const at = new Date(local.slice(0, 23) + zone.replace(/(\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(at.getTime()) ? undefined : at
}
