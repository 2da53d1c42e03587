// The documents of an application: what the fund sent, what is made here, certificates.
import type { Application } from '../applications/application.ts'
import { readApplication } from '../applications/read-application.ts'
import { recordAct } from '../audit/act.ts'
import { findPerson } from '../citizens/store.ts'
import { type IssueNeeds, issueCertificate } from '../documents/issue-certificate.ts'
import { listDocuments } from '../documents/list-documents.ts'
import { makeDocument, sizeOfDocument } from '../documents/make-document.ts'
import { keepOnce } from '../documents/paper-store.ts'
import { readCertificate } from '../documents/read-certificate.ts'
import { readDocument } from '../documents/read-document.ts'
import { receiveDocument } from '../documents/receive-document.ts'
import { paperRenderer } from '../documents/render-paper.ts'
import { listSent, type Place, readSent } from '../documents/sent-store.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { coreKeys } from './core-keys.ts'
import type { World } from './world.ts'

export function documentParts(world: World) {
  const { sql, vault, now, sessionKeys } = world
  const hash = keyedHash(sessionKeys)
  const render = paperRenderer({ typeset: world.typeset, organisation: organisationOf(world), site: world.publicUrl })
  const making = { hash, render, keep: keepOnce(sql, vault), now }
  const find = async (iin: string, id: string): Promise<Application | undefined> =>
    (await readApplication(sql, iin, id))?.application
  const record = (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act)
  const sent = (iin: string, application: string) => listSent(sql, iin, application)
  return {
    listSent: sent,
    list: listDocuments({
      listSent: sent,
      findPerson: findPerson(sql),
      sizeOf: sizeOfDocument(making),
      report: (event, facts) => world.log('error', event, facts),
    }),
    read: readDocument({
      find,
      readSent: (place: Place) => readSent(sql, vault, place),
      findPerson: findPerson(sql),
      make: makeDocument(making),
    }),
    certificates: {
      find: readCertificate(sql, vault, hash),
      render,
      issuer: (details: IssueNeeds['details']) =>
        issueCertificate({ sql, vault, hash, details, days: world.config.CERTIFICATE_DAYS, now }),
    },
    core: { receive: receiveDocument({ sql, vault, now }), findKey: coreKeys(world), record, now },
  }
}

export function organisationOf({ config }: World) {
  return {
    name: { kk: config.ORGANISATION_NAME_KK, ru: config.ORGANISATION_NAME_RU, en: config.ORGANISATION_NAME_EN },
    bin: config.ORGANISATION_BIN,
    address: {
      kk: config.ORGANISATION_ADDRESS_KK,
      ru: config.ORGANISATION_ADDRESS_RU,
      en: config.ORGANISATION_ADDRESS_EN,
    },
    phone: config.ORGANISATION_PHONE,
    site: config.ORGANISATION_SITE,
  }
}

export type DocumentParts = ReturnType<typeof documentParts>
