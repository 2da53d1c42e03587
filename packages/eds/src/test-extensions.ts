// Extensions about names and policies, for tests. RFC 5280 §4.2.1.4–§4.2.1.6, §4.2.1.10, §4.2.1.11, §4.2.1.14.
import { contextPrimitive, explicit, implicit, integer, oid, sequence } from './der/write.ts'
import { extension } from './test-certificates.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

export const mail = (text: string) => contextPrimitive(1, ascii(text))
export const dns = (text: string) => contextPrimitive(2, ascii(text))
export const uri = (text: string) => contextPrimitive(6, ascii(text))
export const address = (...octets: readonly number[]) => contextPrimitive(7, Uint8Array.from(octets))
export const registeredId = () => contextPrimitive(8, Uint8Array.of(0x2a, 0x03))
export const directory = (name: Uint8Array) => explicit(4, name)

export function alternativeNames(...names: readonly Uint8Array[]): Uint8Array {
  return extension('2.5.29.17', sequence(...names))
}

export type Subtrees = { readonly permitted?: readonly Uint8Array[]; readonly excluded?: readonly Uint8Array[] }

/** An empty list is written out as an empty list. */
export function nameConstraints({ permitted, excluded }: Subtrees, insists: 'critical' | 'not-critical' = 'critical') {
  const subtrees = (tag: number, bases: readonly Uint8Array[]) =>
    implicit(tag, sequence(...bases.map(base => sequence(base))))
  const fields = [...(permitted ? [subtrees(0, permitted)] : []), ...(excluded ? [subtrees(1, excluded)] : [])]
  return extension('2.5.29.30', sequence(...fields), insists === 'critical' ? insists : undefined)
}

export function certificatePolicies(...policies: readonly string[]): Uint8Array {
  return extension('2.5.29.32', sequence(...policies.map(policy => sequence(oid(policy)))))
}

export function policyMappings(...pairs: readonly (readonly [issuerDomain: string, subjectDomain: string])[]) {
  return extension('2.5.29.33', sequence(...pairs.map(pair => sequence(...pair.map(oid)))), 'critical')
}

export type SkipCerts = { readonly requireExplicit?: number; readonly inhibitMapping?: number }

export function policyConstraints({ requireExplicit, inhibitMapping }: SkipCerts, critical?: 'critical'): Uint8Array {
  const fields = [
    ...(requireExplicit === undefined ? [] : [implicit(0, integer(requireExplicit))]),
    ...(inhibitMapping === undefined ? [] : [implicit(1, integer(inhibitMapping))]),
  ]
  return extension('2.5.29.36', sequence(...fields), critical)
}

export function inhibitAnyPolicy(skip: number): Uint8Array {
  return extension('2.5.29.54', integer(skip), 'critical')
}
