// For tests: a test authority and keys of persons, in the national shapes, and signatures as NCALayer makes them.
import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { signCms } from '@otinish/simulators/cms/sign'
import type { KeyStore } from '@otinish/simulators/p12/read'
import { type Authority, openAuthority } from '@otinish/simulators/pki/authority'
import { issuePersonCertificate } from '@otinish/simulators/pki/person-certificate'
import { openSeal } from '@otinish/simulators/pki/seal'
import { generateGostKey, generateRsaKey } from '@otinish/simulators/pki/signing-key'
import { inject } from 'vitest'

export const TODAY = new Date('2026-06-16T12:00:00+05:00')
const YEAR = 365 * 24 * 3_600_000

export type Applicant = {
  readonly iin: string
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
}

export const AIGERIM: Applicant = {
  iin: '851315400107',
  surname: 'ҮЛГІБАЕВА',
  name: 'АЙГЕРІМ',
  patronymic: 'ҮЛГІБАЙҚЫЗЫ',
}
export const SERIK: Applicant = { iin: '781515300300', surname: 'МЫСАЛОВ', name: 'СЕРІК', patronymic: null }

export type TestAuthority = {
  readonly trustDir: string
  readonly sealFile: string
  readonly authority: Authority
  readonly signing: (holder: Applicant) => KeyStore
  readonly companyHead: (holder: Applicant) => KeyStore
  readonly expired: (holder: Applicant) => KeyStore
  readonly foreign: (holder: Applicant) => KeyStore
  readonly authentication: (holder: Applicant) => Promise<KeyStore>
}

let opened: Promise<TestAuthority> | undefined

/** One for all tests of a process; making its keys takes a second. */
export function testAuthority(): Promise<TestAuthority> {
  opened ??= open()
  return opened
}

async function open(): Promise<TestAuthority> {
  const dir = mkdtempSync(path.join(inject('scratch'), 'authority-'))
  const authority = await openAuthority(dir, TODAY)
  const gost = authority['issuing-gost']
  const current = { from: new Date(TODAY.getTime() - YEAR / 2), to: new Date(TODAY.getTime() + YEAR / 2) }
  const ended = { from: new Date(TODAY.getTime() - YEAR), to: new Date(TODAY.getTime() - YEAR / 2) }
  const issue = (holder: Parameters<typeof issuePersonCertificate>[0], validity = current, by = gost): KeyStore => {
    const key = generateGostKey()
    return { key, certificate: issuePersonCertificate(holder, key, { purpose: 'signing', validity }, by) }
  }
  return {
    trustDir: path.join(dir, 'trust'),
    sealFile: await openSeal(dir, authority),
    authority,
    signing: holder => issue(holder),
    companyHead: holder => issue({ ...holder, organisation: { name: 'АО "ТЕСТ"', bin: '851340000015' } }),
    expired: holder => issue(holder, ended),
    foreign: holder => issue(holder, current, authority.foreign),
    authentication: async holder => {
      const key = await generateRsaKey()
      const as = { purpose: 'authentication', validity: current } as const
      return { key, certificate: issuePersonCertificate(holder, key, as, authority['issuing-rsa']) }
    },
  }
}

/** A CMS as base64, attached as we ask for it unless told otherwise. */
export function sign(store: KeyStore, content: Uint8Array, how: { detached?: true; at?: Date } = {}): string {
  return Buffer.from(signCms(store, { content, attached: !how.detached, at: how.at ?? TODAY })).toString('base64')
}
