// Which documents of an application can be had.
import type { Application } from '../applications/application.ts'
import { DOCUMENT_KINDS, type DocumentItem } from '../applications/view.ts'
import type { Sql } from '../database/sql.ts'
import { listSent } from './sent-store.ts'

export const listDocuments =
  (sql: Sql) =>
  async (iin: string, { id }: Application): Promise<readonly DocumentItem[]> => {
    const sent = await listSent(sql, iin, id)
    return DOCUMENT_KINDS.map(kind => {
      const found = sent.find(document => document.kind === kind)
      return found ? { kind, madeBy: 'fund', size: found.size, at: found.at } : { kind, reason: 'not-sent-by-the-fund' }
    })
  }
