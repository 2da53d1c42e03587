// How a page of the help is written: its words as data, so that three languages can be compared.

/** Text of a page; it may hold links, `[words](target)`: a path of ours, an anchor, or a name of links.ts. */
type Text = string

export type Block =
  | { readonly p: Text }
  | { readonly list: readonly Text[] }
  | { readonly steps: readonly Text[] } // in this order
  | { readonly facts: readonly (readonly [Text, Text])[] } // a name, and what is to be said of it
  | { readonly note: Text } // what must not be overlooked

export type Section = {
  readonly id: string // an anchor that others link to: it stays, and is the same in every language
  readonly title: string
  readonly body: readonly Block[]
}

export type HelpText = {
  readonly title: string
  readonly description: string // for search engines
  readonly lead: Text
  readonly sections: readonly Section[]
}
