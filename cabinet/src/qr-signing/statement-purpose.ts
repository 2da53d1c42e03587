// Signing in order to act: a document of the person's, which is read on the phone and signed with the person's signing key.
import type { QrPurpose } from './purpose.ts'

const MINUTES = 15 // time to read it on a small screen (protocol §7)

type Words = Pick<QrPurpose, 'heading' | 'title' | 'startsAt'>

/** Its document lies with the draft that it was begun for, and is not copied. */
export function statementPurpose(words: Words, authType: QrPurpose['authType'] = 'Token'): QrPurpose {
  return { ...words, minutes: MINUTES, authType, signMethod: 'CMS_WITH_DATA', key: 'signing', documents: () => [] }
}
