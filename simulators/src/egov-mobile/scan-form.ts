// The form of the phone's first screen: the text of a code or its picture, whose phone it is, and in which way.
import type { IncomingMessage } from 'node:http'
import { readQrPicture } from './read-qr-picture.ts'
import type { Settings } from './settings.ts'
import { isHow } from './ways.ts'

export type ScanForm = Pick<Settings, 'person' | 'how'> & {
  readonly text: string | undefined // of the field, or of the picture when the field is empty
  readonly hasPicture: boolean
}

const MAX_BODY = 20 * 1024 * 1024

/** Throws TypeError for what is no such form, RangeError for too much. */
export async function readScanForm(request: IncomingMessage): Promise<ScanForm> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(await bodyOf(request), { headers }).formData()
  const [typed, person, how, picture] = ['text', 'person', 'how', 'picture'].map(name => form.get(name))
  const file = typeof picture === 'object' && picture && picture.size > 0 ? picture : undefined
  const text = typeof typed === 'string' ? typed.trim() : ''
  const read = text === '' && file ? readQrPicture(new Uint8Array(await file.arrayBuffer())) : text
  return {
    text: read === '' ? undefined : read,
    person: typeof person === 'string' ? person : undefined,
    how: isHow(how) ? how : 'sign',
    hasPicture: file !== undefined,
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BODY) throw new RangeError('the form is too long')
  }
  return new Uint8Array(Buffer.concat(chunks))
}
