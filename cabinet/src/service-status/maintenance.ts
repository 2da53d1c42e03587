// Work that is planned: what stands still, from when until when, and what people are told.
import type { Concern } from '../web/announcement.ts'
import type { Localised } from '../web/language.ts'

export type Plan = {
  readonly what: Concern
  readonly from: Date
  readonly until: Date
  readonly text: Localised | undefined // else the words of the service for what stands still
}

export type Maintenance = Plan & { readonly id: string; readonly cancelledAt: Date | undefined }
