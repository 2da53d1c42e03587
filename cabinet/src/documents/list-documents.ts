// Which documents of an application can be had: the fund's where it sent them, else made here from its record (O-10).
import type { Application } from '../applications/application.ts'
import { DOCUMENT_KINDS, type DocumentItem, type DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Named } from './facts-of.ts'
import type { SentDocument } from './sent-store.ts'

type Needs = {
  readonly listSent: (iin: string, application: string) => Promise<readonly SentDocument[]>
  readonly findPerson: (iin: Iin) => Promise<Named | undefined>
  readonly sizeOf: (application: Application, person: Named, kind: DocumentKind) => number
}

export const listDocuments =
  ({ listSent, findPerson, sizeOf }: Needs) =>
  async (application: Application): Promise<readonly DocumentItem[]> => {
    const { id, owner } = application
    const [sent, person] = await Promise.all([listSent(owner, id), findPerson(owner)])
    return DOCUMENT_KINDS.map(kind => {
      const found = sent.find(document => document.kind === kind)
      if (found) return { kind, madeBy: 'fund', size: found.size, at: found.at }
      if (!person) return { kind, reason: 'name-unknown' }
      return { kind, madeBy: 'service', size: sizeOf(application, person, kind), at: application.changedAt }
    })
  }
