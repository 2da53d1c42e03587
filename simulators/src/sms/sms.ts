// One SMS as the gateway is given it. Strict: a field too many is somebody's mistake.

export type Sms = { readonly id: string; readonly to: string; readonly text: string }

const MAX_TEXT = 670 // ten parts of UCS-2

/** The SMS, or a sentence about what is wrong with it. */
export function readSms(body: unknown): Sms | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a JSON object is expected'
  const { id, to, text, ...rest } = body as Readonly<Record<string, unknown>>
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return `not understood: ${unknown}`
  if (typeof id !== 'string' || !/^[\w.-]{1,64}$/.test(id)) return 'id: 1 to 64 of A-Z a-z 0-9 . _ -'
  if (typeof to !== 'string' || !/^\+77\d{9}$/.test(to)) return 'to: a mobile number of Kazakhstan, +77…'
  if (typeof text !== 'string' || !text.trim() || text.length > MAX_TEXT) return `text: 1 to ${MAX_TEXT} characters`
  return { id, to, text }
}
