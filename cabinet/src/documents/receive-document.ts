// The core sends a document of an application. The same again changes nothing; another one is a new version, and is shown.
import { createHash } from 'node:crypto'
import type { DocumentKind } from '../applications/view.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import type { CoreCaller } from '../intake/receive-application.ts'
import { tell } from '../notifications/tell.ts'
import { type DocumentFault, documentFault, isNews } from './decide.ts'
import { addVersion, holdApplication, newestVersion } from './sent-store.ts'

type Needs = { readonly sql: Sql; readonly vault: Vault; readonly now: () => Date }

export type Received = { readonly version: number; readonly size: number; readonly sha256: string }
export type ReceiveOutcome =
  | (Received & { readonly kind: 'created' | 'changed' | 'unchanged' })
  | { readonly kind: 'refused'; readonly problem: DocumentFault | 'application-unknown' }

export type SentMessage = { readonly id: string; readonly kind: DocumentKind; readonly content: Uint8Array }

export const receiveDocument =
  ({ sql, vault, now }: Needs) =>
  async ({ id, kind, content }: SentMessage, by: CoreCaller): Promise<ReceiveOutcome> => {
    const fault = documentFault(content)
    if (fault) return { kind: 'refused', problem: fault }
    const told = { size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    return sql.begin(async tx => {
      const held = await holdApplication(tx, id)
      if (!held) return { kind: 'refused', problem: 'application-unknown' }
      const { iin, number } = held
      const at = now()
      const place = { iin, application: id, kind, content }
      const key = await vault.keyFor(tx, iin, at)
      const newest = await newestVersion(tx, key, place)
      if (newest?.isSame) return { kind: 'unchanged', version: newest.version, ...told }
      const version = (newest?.version ?? 0) + 1
      await addVersion(tx, key, { ...place, version, at })
      await recordAct(tx, {
        at,
        act: 'document-received',
        actor: { kind: 'core', key: by.key },
        iin,
        application: id,
        outcome: `${kind} ${version}`,
        request: by.request,
      })
      if (isNews(held, at)) await tell(tx)(iin, { kind: 'document-arrived', id, number }, at)
      return { kind: newest ? 'changed' : 'created', version, ...told }
    })
  }
