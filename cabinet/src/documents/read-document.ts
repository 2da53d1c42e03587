// A document of one's own application, as it is saved.
import { readApplication } from '../applications/read-application.ts'
import type { DocumentKind } from '../applications/view.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import { readSent } from './sent-store.ts'

export type SavedDocument = { readonly content: Uint8Array; readonly number: string } // of the application

/** `undefined` when there is none, or no such application, or it is somebody else's: the caller cannot tell which. */
export const readDocument =
  (sql: Sql) =>
  async (iin: Iin, id: string, kind: DocumentKind): Promise<SavedDocument | undefined> => {
    const read = await readApplication(sql, iin, id)
    const content = read && (await readSent(sql, { iin, application: id, kind }))
    return content && { content, number: read.application.number }
  }
