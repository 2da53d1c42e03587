// Who looked at a person's data or did something with them, other than the person.

export type Look = {
  readonly position: string // in the record of acts
  readonly at: Date
  readonly by: string // 'core', 'system', and whoever comes later
  readonly act: string
  readonly application: { readonly id: string; readonly number: string } | undefined
}

export type History = { readonly looks: readonly Look[]; readonly next: string | undefined }
