// What was uploaded: one signature, and the document if it was given. RFC 7578, with nothing beside what is asked for.
import type { Context } from 'hono'
import type { Upload } from './check-files.ts'

export const MAX_FILES = 2 * 1024 * 1024
/** With the boundaries and the headers of the parts. */
export const MAX_UPLOAD = MAX_FILES + 16 * 1024

export type UploadFault = 'bad-request' | 'signature-file-missing' | 'files-not-as-asked' | 'files-too-large'

const MAX_PARTS = 4 // two are asked for; nobody makes us take thousands apart

export async function readUpload(c: Context): Promise<Upload | UploadFault> {
  const type = c.req.header('Content-Type') ?? ''
  const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*?;)?\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain ?? ''
  if (!BOUNDARY.test(boundary)) return 'bad-request'
  const body = Buffer.from(await c.req.arrayBuffer())
  if (hasMore(body, `--${boundary}`, MAX_PARTS + 1)) return 'files-not-as-asked'
  const form = await readParts(body, boundary)
  return form ? uploadOf(form) : 'bad-request'
}

const BOUNDARY = /^[\w'()+,\-./:=? ]{0,69}[\w'()+,\-./:=?]$/ // RFC 2046 §5.1.1

function hasMore(body: Buffer, delimiter: string, most: number): boolean {
  let from = -1
  for (let found = 0; found <= most; found++) {
    from = body.indexOf(delimiter, from + 1)
    if (from < 0) return false
  }
  return true
}

/** At the very boundary that was counted by, however else the header may be read. */
async function readParts(body: Buffer, boundary: string): Promise<FormData | undefined> {
  const headers = { 'Content-Type': `multipart/form-data; boundary="${boundary}"` }
  try {
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch {
    return undefined // not as RFC 7578 has it: the sender's mistake
  }
}

async function uploadOf(form: FormData): Promise<Upload | UploadFault> {
  const names = [...form.keys()]
  const isAsked = names.every(name => name === 'cms' || name === 'content') && new Set(names).size === names.length
  if (!isAsked) return 'files-not-as-asked'
  const cms = await bytesOf(form.get('cms'))
  const content = await bytesOf(form.get('content'))
  if (!cms || cms.length === 0) return 'signature-file-missing'
  if (cms.length + (content?.length ?? 0) > MAX_FILES) return 'files-too-large'
  return { cms, content }
}

/** A form in a browser sends a file without a name and without an octet where none was chosen. */
async function bytesOf(part: FormDataEntryValue | null): Promise<Uint8Array | undefined> {
  if (part === null || part === '') return undefined
  if (typeof part === 'string') return new TextEncoder().encode(part)
  return part.name === '' && part.size === 0 ? undefined : new Uint8Array(await part.arrayBuffer())
}
