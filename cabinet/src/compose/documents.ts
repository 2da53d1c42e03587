// The documents of an application: what the fund sent.
import { recordAct } from '../audit/act.ts'
import { listDocuments } from '../documents/list-documents.ts'
import { readDocument } from '../documents/read-document.ts'
import { receiveDocument } from '../documents/receive-document.ts'
import { findCoreKey } from '../intake/core-key.ts'
import type { World } from './world.ts'

export function documentParts({ sql, now }: World) {
  return {
    list: listDocuments(sql),
    read: readDocument(sql),
    core: {
      receive: receiveDocument({ sql, now }),
      findKey: findCoreKey(sql),
      record: (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act),
      now,
    },
  }
}

export type DocumentParts = ReturnType<typeof documentParts>
