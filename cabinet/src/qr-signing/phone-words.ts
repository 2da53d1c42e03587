// What the phone is told: API №1 and API №2 in the protocol's own keys (§2, §4), in one language where it shows one.
import { almatyIso } from '../calendar/almaty.ts'
import type { Language, Localised } from '../web/language.ts'
import type { Addresses } from './addresses.ts'
import type { Operation } from './operation.ts'
import type { QrPurpose } from './purpose.ts'

export type Organisation = { readonly name: Localised; readonly bin: string }

type Told = { readonly operation: Operation; readonly purpose: QrPurpose; readonly language: Language }

/** API №1: who asks, until when, and where the documents are. */
export function operationWords(
  { operation, purpose, language }: Told,
  at: { id: string; addresses: Addresses; organisation: Organisation; token: string },
) {
  const { name, bin } = at.organisation
  return {
    description: `${purpose.title[language]}. ${DIGITS[language]} ${operation.confirmation}`,
    expiry_date: expiryDate(operation.expiresAt),
    organisation: { nameRu: name.ru, nameKz: name.kk, nameEn: name.en, bin },
    document: { uri: at.addresses.documents(at.id), ...authorisationOf(purpose, at.token) },
  }
}

/** How the documents are asked for: by the token, or by a signature, which needs none. */
function authorisationOf({ authType }: QrPurpose, token: string) {
  return authType === 'Token' ? { auth_type: authType, auth_token: token } : { auth_type: authType }
}

const DIGITS: Localised = { kk: 'Экрандағы екі цифр:', ru: 'Две цифры на экране:', en: 'Two digits on the screen:' }

/** API №2: what to sign. */
export function documentsWords({ operation, purpose, language }: Told) {
  return {
    signMethod: purpose.signMethod,
    version: 1,
    documentsToSign: operation.documents.map(({ id, title, meta, mime, bytes }) => ({
      id,
      nameRu: title.ru,
      nameKz: title.kk,
      nameEn: title.en,
      meta: meta.map(({ name, value }) => ({ name: name[language], value: value[language] })),
      document: { file: { mime, data: Buffer.from(bytes).toString('base64') } },
    })),
  }
}

/** As the official sample has it: 2026-08-14T15:52:24.138+0500 (§2). */
export function expiryDate(at: Date): string {
  const iso = almatyIso(at) // 2026-08-14T15:52:24+05:00
  const milliseconds = at.toISOString().slice(19, 23)
  return `${iso.slice(0, 19)}${milliseconds}${iso.slice(19).replace(':', '')}`
}
