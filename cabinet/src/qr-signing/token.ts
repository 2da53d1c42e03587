// The token with which the phone asks for the documents. It follows from the id of the operation and our key, so it is kept nowhere.
import { timingSafeEqual } from 'node:crypto'
import type { KeyedHash } from '../sessions/keyed-hash.ts'

export type Tokens = {
  readonly of: (id: string) => string
  readonly isOf: (id: string, authorization: string | undefined) => boolean // the header `Authorization: Bearer …`
}

export function operationTokens(hash: KeyedHash): Tokens {
  const secret = (id: string) => `qr-signing token of ${id}`
  return {
    of: id => hash.one(secret(id)).toString('base64url'),
    isOf: (id, authorization) => {
      const [, told = ''] = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization ?? '') ?? []
      const token = Buffer.from(told, 'base64url')
      return token.length === 32 && hash.all(secret(id)).some(right => timingSafeEqual(right, token))
    },
  }
}
