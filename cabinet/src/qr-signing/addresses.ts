// The addresses that the phone is given (protocol §1.1, §1.2). Every one is made from PUBLIC_URL and nothing of a request.
import type { Language } from '../web/language.ts'

export type Addresses = {
  readonly operation: (id: string) => string // API №1
  readonly documents: (id: string) => string // API №2
  readonly qrText: (id: string) => string
  readonly launchLink: (id: string) => string // opens the app on the same device
  readonly page: (language: Language, id: string) => string
}

/** `mgovSign` has to be in the address of API №1 (protocol §1.1). */
export const OPERATION_PATH = '/qr/v1/mgovSign'
export const BY_LINK = 'same-device' // a query of API №1: there is a page on that device to come back to

const LAUNCHER = 'https://m.egov.kz/mobileSign/' // V5 §2; the older Firebase links have ended

export function addressesAt(publicUrl: string): Addresses {
  const site = publicUrl.replace(/\/$/, '')
  const operation = (id: string) => `${site}${OPERATION_PATH}/${id}`
  return {
    operation,
    documents: id => `${operation(id)}/documents`,
    qrText: id => `mobileSign:${operation(id)}`,
    launchLink: id => `${LAUNCHER}?link=${encodeURIComponent(`${operation(id)}?${BY_LINK}`)}`,
    page: (language, id) => `${site}/${language}/qr/${id}`,
  }
}
