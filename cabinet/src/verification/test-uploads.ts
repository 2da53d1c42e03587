// For tests: files that are uploaded by somebody, each time from another address.
import type { Answer, Json, TestService } from '../test-service.ts'

export type Parts = Readonly<Record<string, Uint8Array | string | undefined>>

export type Uploads = {
  readonly post: (path: string, body: RequestInit['body'], headers?: Record<string, string>) => Promise<Answer>
  readonly page: (parts: Parts, language?: string) => Promise<Answer>
  readonly report: (parts: Parts) => Promise<Json>
}

let somebody = 0
export const from = () => ({ 'X-Forwarded-For': `203.0.113.${++somebody}` })

export function uploadsTo({ app }: TestService): Uploads {
  const post: Uploads['post'] = async (path, body, headers = {}) => {
    const response = await app.request(path, { method: 'POST', body: body ?? null, headers: { ...from(), ...headers } })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
    return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text }
  }
  return {
    post,
    page: (parts, language = 'ru') => post(`/${language}/verify/files`, formOf(parts)),
    report: async parts => (await post('/api/v1/verifications', formOf(parts))).json,
  }
}

export function formOf(parts: Parts): FormData {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts))
    if (typeof part === 'string') form.append(name, part)
    else if (part) form.append(name, new Blob([new Uint8Array(part)]), `${name}.bin`)
  return form
}
