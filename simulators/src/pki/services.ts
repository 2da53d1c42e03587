// The authority's services: responders and time-stamping authorities, and impostors that only look like them.
import type { Authority, Office } from './authority.ts'
import { keyIdentifier } from './certificate.ts'
import { readHolder } from './holder.ts'
import { serviceName } from './names.ts'
import { issueServiceCertificate, type Service } from './service-certificate.ts'
import { generateGostKey, generateRsaKey, type SigningKey } from './signing-key.ts'

export const SERVICES = {
  'ocsp-gost': { service: 'ocsp', by: 'issuing-gost', commonName: 'OTINISH ТЕСТ OCSP' },
  'ocsp-rsa': { service: 'ocsp', by: 'issuing-rsa', commonName: 'OTINISH ТЕСТ OCSP' },
  'tsa-gost': { service: 'tsa', by: 'issuing-gost', commonName: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
  'tsa-rsa': { service: 'tsa', by: 'issuing-rsa', commonName: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
} as const satisfies Record<string, { service: Service; by: string; commonName: string }>

export type ServiceName = keyof typeof SERVICES

/** Gives a service its key and its certificate, which lasts as long as the issuer's. */
export async function makeService(name: ServiceName, by: Office): Promise<Office> {
  return issueTo(name, await freshKey(by), by)
}

/** The same names and shapes, a stranger's keys: nothing that it signs holds. */
export async function makeImpostor(name: ServiceName, authority: Authority): Promise<Office> {
  const issuer = authority[SERVICES[name].by]
  const key = await freshKey(issuer)
  return issueTo(name, key, { ...issuer, key })
}

function issueTo(id: ServiceName, key: SigningKey, by: Office): Office {
  const { service, commonName } = SERVICES[id]
  const name = serviceName(commonName)
  const { notBefore: from, notAfter: to } = readHolder(by.certificate)
  const certificate = issueServiceCertificate(service, { subject: name, key, validity: { from, to } }, by)
  return { name, key, keyId: keyIdentifier(key), certificate }
}

async function freshKey({ key }: Office): Promise<SigningKey> {
  return key.kind === 'rsa' ? generateRsaKey() : generateGostKey()
}
