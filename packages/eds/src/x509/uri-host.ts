// The host that a URI in a certificate names. RFC 5280 §4.2.1.6, §4.2.1.10; RFC 3986 §3.2.
import { isHostName } from './dns-name.ts'

/** Undefined when the URI has no authority, or its host is no host name but an address (§4.2.1.10). */
export function hostOfUri(uri: string): string | undefined {
  const authority = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/([^/?#]*)/.exec(uri)?.[1]
  const host = authority && /^(?:[\w.~!$&'()*+,;=:%-]*@)?([^@:]*)(?::\d*)?$/.exec(authority)?.[1]
  return host && isHostName(host) ? host : undefined
}

/** §4.2.1.6: absolute, with a scheme and something after it. */
export function isAbsoluteUri(uri: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/.test(uri)
}
