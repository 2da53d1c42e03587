// What a document is called when it is saved.
import type { DocumentKind } from '../applications/view.ts'
import type { Download } from '../web/download.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { SavedDocument } from './read-document.ts'

export function downloadOf(
  { content, madeBy, number }: SavedDocument,
  kind: DocumentKind,
  language: Language,
): Download {
  const name = `${messagesFor(language).documents.name[madeBy][kind]} ${number}.pdf`
  return { content, name, plain: `${kind}-${number}.pdf` }
}
