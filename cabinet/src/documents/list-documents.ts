// Which documents of an application can be had: the fund's where it sent them, else made here from its record (O-10).
import type { Application } from '../applications/application.ts'
import { DOCUMENT_KINDS, type DocumentItem, type DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Named } from './facts-of.ts'
import type { SentDocument } from './sent-store.ts'

type Needs = {
  readonly listSent: (iin: string, application: string) => Promise<readonly SentDocument[]>
  readonly findPerson: (iin: Iin) => Promise<Named | undefined>
  readonly sizeOf: (application: Application, person: Named, kind: DocumentKind) => Promise<number>
  readonly report: (event: 'document-not-made', facts: object) => void
}

export const listDocuments =
  (needs: Needs) =>
  async (application: Application): Promise<readonly DocumentItem[]> => {
    const { id, owner } = application
    const [sent, person] = await Promise.all([needs.listSent(owner, id), needs.findPerson(owner)])
    const items = DOCUMENT_KINDS.map(async (kind): Promise<DocumentItem> => {
      const found = sent.find(document => document.kind === kind)
      if (found) return { kind, madeBy: 'fund', size: found.size, at: found.at }
      if (!person) return { kind, reason: 'name-unknown' }
      const size = await sizeIfMade(needs, application, person, kind)
      if (size === undefined) return { kind, reason: 'not-made' }
      return { kind, madeBy: 'service', size, at: application.changedAt }
    })
    return Promise.all(items)
  }

/** One paper that cannot be made hides nothing else. What went wrong may repeat what is on the paper: it is not logged. */
async function sizeIfMade({ sizeOf, report }: Needs, application: Application, person: Named, kind: DocumentKind) {
  try {
    return await sizeOf(application, person, kind)
  } catch (error) {
    report('document-not-made', {
      application: application.id,
      document: kind,
      error: error instanceof Error ? error.name : 'thrown',
    })
    return undefined
  }
}
