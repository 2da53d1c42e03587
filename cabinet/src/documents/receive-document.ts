// The core sends a document of an application. The same again changes nothing; another one is a new version, and is shown.
import { createHash } from 'node:crypto'
import type { DocumentKind } from '../applications/view.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql } from '../database/sql.ts'
import type { CoreCaller } from '../intake/receive-application.ts'
import { tell } from '../notifications/tell.ts'
import { type DocumentFault, documentFault, isNews } from './decide.ts'
import { addVersion, holdApplication, newestVersion } from './sent-store.ts'

type Needs = { readonly sql: Sql; readonly now: () => Date }

export type Received = { readonly version: number; readonly size: number; readonly sha256: string }
export type ReceiveOutcome =
  | (Received & { readonly kind: 'created' | 'changed' | 'unchanged' })
  | { readonly kind: 'refused'; readonly problem: DocumentFault | 'application-unknown' }

export type SentMessage = { readonly id: string; readonly kind: DocumentKind; readonly content: Uint8Array }

export const receiveDocument =
  ({ sql, now }: Needs) =>
  async ({ id, kind, content }: SentMessage, by: CoreCaller): Promise<ReceiveOutcome> => {
    const fault = documentFault(content)
    if (fault) return { kind: 'refused', problem: fault }
    const sha256 = createHash('sha256').update(content).digest()
    const told = { size: content.length, sha256: sha256.toString('hex') }
    return sql.begin(async tx => {
      const held = await holdApplication(tx, id)
      if (!held) return { kind: 'refused', problem: 'application-unknown' }
      const { iin, number } = held
      const newest = await newestVersion(tx, { iin, application: id, kind })
      if (newest && sha256.equals(newest.sha256)) return { kind: 'unchanged', version: newest.version, ...told }
      const version = (newest?.version ?? 0) + 1
      const at = now()
      await addVersion(tx, { iin, application: id, kind, version, content, sha256, at })
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
