// What somebody signs for with eGov Mobile. Each purpose brings its own words, its own documents and the way the phone
// is let at them; how an operation goes is the same for all.
import type { Localised } from '../web/language.ts'

export type QrPurpose = {
  readonly heading: Localised // of the page with the code
  readonly title: Localised // of what is signed, as the phone names it
  readonly minutes: number // how long the code lives
  readonly startsAt: string // the page it is begun from, below the language: '/sign-in'
  readonly authType: 'Token' | 'Eds' // how the phone asks for the documents (API №1); the protocol also knows None
  readonly signMethod: 'CMS_WITH_DATA'
  readonly key: 'any' | 'signing' // which of a person's certificates is accepted
  readonly documents: (facts: DocumentFacts) => readonly QrDocument[]
}

export type Purposes = Readonly<Record<string, QrPurpose>>

/** What a document may tell of its operation. */
export type DocumentFacts = {
  readonly site: string
  readonly at: Date
  readonly confirmation: number // the two digits on the page
  readonly once: string // random: a signature made for one operation is no good for another
}

/** A document as the phone shows it. `bytes` are what is signed, and stay as they were when the operation began. */
export type QrDocument = {
  readonly id: number
  readonly title: Localised
  readonly meta: readonly { readonly name: Localised; readonly value: Localised }[]
  readonly mime: 'text/plain' | 'application/pdf'
  readonly bytes: Uint8Array
}
