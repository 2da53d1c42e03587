// Whose papers these are: the fund as its settings name it, on top of everything that is made here.
import type { Language, Localised } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'

export type Organisation = {
  readonly name: Localised
  readonly bin: string
  readonly address: Readonly<Record<Language, string | undefined>>
  readonly phone: string
  readonly site: string
}

/** The name, and below it what one needs to find the fund. An address that is not set is left out. */
export function organisationHead({ name, bin, address, phone, site }: Organisation, language: Language) {
  const t = messagesFor(language).documents.paper
  const where = address[language]
  return {
    name: name[language],
    details: [`${t.bin} ${bin}`, ...(where ? [where] : []), `${t.phone}: ${phone}`, site].join(' · '),
  }
}
