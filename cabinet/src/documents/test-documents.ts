// For tests: documents as the core sends them.
import type { Answer, TestService } from '../test-service.ts'

/** As little as counts as a PDF; `mark` tells one from another. */
export const aPdf = (mark = 'one'): Buffer => Buffer.from(`%PDF-1.7\n% ${mark}\nstartxref\n0\n%%EOF\n`)

type Sent = { readonly body?: BodyInit | Uint8Array; readonly type?: string; readonly key?: string }

/** `path` is that below /applications: 'a-1/documents/receipt'. */
export async function sendDocument(service: TestService, path: string, sent: Sent = {}): Promise<Answer> {
  const { body = aPdf(), type = 'application/pdf', key = service.coreKey } = sent
  const response = await service.app.request(`/core/v1/applications/${path}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${key}`, ...(type ? { 'Content-Type': type } : {}) },
    body: body as BodyInit,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : {} }
}
