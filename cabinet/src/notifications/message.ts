// A message in a person's inbox.
import type { Notice } from './notice.ts'

export type Message = {
  readonly id: string
  readonly notice: Notice
  readonly at: Date
  readonly isRead: boolean
}
