// The body of the PUT: what was served, with the signatures in their places, or what an app out of order sends.
import type { KeyStore } from '../p12/read.ts'
import type { Document, Documents } from './documents.ts'
import type { Fields } from './json-checks.ts'
import { type Signed, type Signing, signDocument } from './sign-document.ts'
import type { Way } from './ways.ts'

export type PutBody =
  | { readonly kind: 'body'; readonly text: string }
  | { readonly kind: 'no-key' }
  | Exclude<Signed, { kind: 'signed' }>

export type Signer = Omit<Signing, 'signs' | 'store'> & { readonly store: KeyStore | undefined }

const MUCH = 8 * 1024 * 1024

/** Signs everything, unless the way says that nothing is signed. */
export async function putBody(documents: Documents, way: Way, { store, ...signer }: Signer): Promise<PutBody> {
  const served = way.age === 'old' ? withoutVersion(documents.served) : documents.served
  if (way.sends === 'cancelled') return bodyOf({ ...served, status: 'CANCELED' })
  if (way.sends === 'unsigned') return bodyOf(served)
  if (way.sends === 'garbage') return { kind: 'body', text: '{"signMethod": ' }
  if (!store) return { kind: 'no-key' }
  const items: Fields[] = []
  for (const document of documents.list) {
    const signed = await signDocument(document, { ...signer, store, signs: way.signs })
    if (signed.kind !== 'signed') return signed
    items.push(spoiled(withData(document, way.sends === 'much' ? 'A'.repeat(MUCH) : signed.data), way))
  }
  const method = way.sends === 'other-method' ? { signMethod: otherMethod(served['signMethod']) } : {}
  return bodyOf({ ...served, ...method, documentsToSign: items })
}

function withData({ served, content }: Document, data: string): Fields {
  const mime = content.kind === 'file' ? content.mime : ''
  return { ...served, document: { file: { mime, data } } }
}

function spoiled(item: Fields, { sends }: Way): Fields {
  return sends === 'other-ids' ? { ...item, id: Number(item['id']) + 1000 } : item
}

function otherMethod(method: unknown): string {
  return method === 'CMS_WITH_DATA' ? 'CMS_SIGN_ONLY' : 'CMS_WITH_DATA'
}

function withoutVersion({ version: _, ...others }: Fields): Fields {
  return others
}

function bodyOf(value: Fields): PutBody {
  return { kind: 'body', text: JSON.stringify(value) }
}
