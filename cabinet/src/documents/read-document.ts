// A document of one's own application, as it is saved: the fund's where it sent one, else made here.
import type { Application } from '../applications/application.ts'
import type { DocumentItem, DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Named } from './facts-of.ts'
import type { Place } from './sent-store.ts'

export type SavedDocument = {
  readonly content: Uint8Array
  readonly madeBy: Extract<DocumentItem, { madeBy: string }>['madeBy']
  readonly number: string // of the application
}

type Needs = {
  readonly find: (iin: Iin, id: string) => Promise<Application | undefined>
  readonly readSent: (place: Place) => Promise<Uint8Array | undefined>
  readonly findPerson: (iin: Iin) => Promise<Named | undefined>
  readonly make: (application: Application, person: Named, kind: DocumentKind) => Promise<Uint8Array>
}

/** `undefined` when there is no such application, or it is somebody else's: the caller cannot tell which. */
export const readDocument =
  ({ find, readSent, findPerson, make }: Needs) =>
  async (iin: Iin, id: string, kind: DocumentKind): Promise<SavedDocument | undefined> => {
    const application = await find(iin, id)
    if (!application) return undefined
    const { number } = application
    const sent = await readSent({ iin, application: id, kind })
    if (sent) return { content: sent, madeBy: 'fund', number }
    const person = await findPerson(iin)
    return person && { content: await make(application, person, kind), madeBy: 'service', number }
  }
