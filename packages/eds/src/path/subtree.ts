// Whether a name stands in a subtree that name constraints permit or exclude. RFC 5280 §4.2.1.10, form by form.
import { EdsError } from '../error.ts'
import { isHostName, isHostPattern, isInDomain, withoutWildcard } from '../x509/dns-name.ts'
import type { GeneralName, NameForm } from '../x509/general-name.ts'
import { parseMailbox, sameMailbox } from '../x509/mailbox.ts'
import { isWithin, mayBeWithin } from '../x509/name.ts'
import { hostOfUri } from '../x509/uri-host.ts'

/**
 * `all`: every host that the name stands for is in the subtree. `any`: one of them may be. They differ for wildcards, and for
 * values that have no prepared form.
 */
export type Extent = 'all' | 'any'

/** Both of one form. Throws EdsError `path-invalid` for a form or a name that cannot be compared (§4.2.1.10, §6.1.4 (g)). */
export function isInSubtree(name: GeneralName, base: GeneralName, extent: Extent): boolean {
  if (name.form === 'directoryName' && base.form === 'directoryName') {
    return extent === 'all' ? isWithin(name.name, base.name) : mayBeWithin(name.name, base.name)
  }
  if (name.form === 'iPAddress' && base.form === 'iPAddress') return isInNetwork(name.octets, base.octets)
  if ('text' in name && 'text' in base) return TEXTUAL[name.form](name.text, base.text, extent)
  throw new EdsError('path-invalid') // otherName and its like: a constraint on them must be processed or refused
}

/** Whether the base is what §4.2.1.10 allows for its form. A form that is not processed matters only when it is met. */
export function isSubtree(base: GeneralName): boolean {
  switch (base.form) {
    case 'dNSName':
      return base.text === '' || isHostName(base.text)
    case 'uniformResourceIdentifier':
      return isHostName(base.text.replace(/^\./, ''))
    case 'rfc822Name':
      return parseMailbox(base.text) !== undefined || isHostName(base.text.replace(/^\./, ''))
    case 'iPAddress':
      return isNetwork(base.octets)
    default:
      return true
  }
}

type TextualForm = Extract<NameForm, 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier'>
const TEXTUAL: Record<TextualForm, (name: string, base: string, extent: Extent) => boolean> = {
  dNSName: isInDnsSubtree,
  rfc822Name: isInMailSubtree,
  uniformResourceIdentifier: isInUriSubtree,
}

/** Zero or more labels before the base. `*.example.com` may be used as `bar.example.com`, so an exclusion of that bars it. */
function isInDnsSubtree(name: string, base: string, extent: Extent): boolean {
  if (!isHostPattern(name)) throw new EdsError('path-invalid')
  const named = withoutWildcard(name)
  if (isInDomain(named, base)) return true
  return extent === 'any' && named !== name && isInDomain(base, named)
}

/** A mailbox, all mailboxes of a host, or with a leading period those of every host in a domain. */
function isInMailSubtree(name: string, base: string): boolean {
  const mailbox = parseMailbox(name)
  if (!mailbox) throw new EdsError('path-invalid')
  const only = parseMailbox(base)
  return only ? sameMailbox(mailbox, only) : isHostIn(mailbox.host, base)
}

function isInUriSubtree(name: string, base: string): boolean {
  const host = hostOfUri(name)
  if (!host) throw new EdsError('path-invalid') // "the application MUST reject the certificate"
  return isHostIn(host, base)
}

/** One host, or with a leading period every host below. */
function isHostIn(host: string, base: string): boolean {
  const [lower, wanted] = [host.toLowerCase(), base.toLowerCase()]
  return wanted.startsWith('.') ? lower.endsWith(wanted) : lower === wanted
}

/** An address and a mask, in the style of RFC 4632: ones, then zeros. */
function isNetwork(octets: Uint8Array): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false
  const mask = [...octets.subarray(octets.length / 2)].map(octet => octet.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(mask)
}

function isInNetwork(address: Uint8Array, network: Uint8Array): boolean {
  if (address.length !== 4 && address.length !== 16) throw new EdsError('path-invalid') // §4.2.1.6
  const size = network.length / 2
  if (address.length !== size) return false
  return address.every((octet, i) => ((octet ^ (network[i] ?? 0)) & (network[size + i] ?? 0)) === 0)
}
