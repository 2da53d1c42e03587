// Where a person can be reached: a mail address, a mobile phone of Kazakhstan. Only verified ones are kept with an account.

export const CHANNELS = ['mail', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** Verified ones only. */
export type Contacts = { readonly mail: string | undefined; readonly phone: string | undefined }

const MAX_MAIL = 254 // RFC 5321 §4.5.3.1.3, without the angle brackets
const LOCAL = /^[A-Za-z0-9!#$%&*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&*+/=?^_`{|}~-]+)*$/ // RFC 5322 dot-atom; no apostrophe
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u // also of a domain in Kazakh letters

/** One plain address, its domain in lower case; undefined for anything with a name, a quote or a second address in it. */
export function parseMail(text: string): string | undefined {
  if (text.length > MAX_MAIL + 50) return undefined
  const [local = '', domain = '', ...more] = text.trim().split('@')
  const labels = domain.normalize('NFC').toLowerCase().split('.')
  const fits = local.length <= 64 && local.length + domain.length < MAX_MAIL
  const wellFormed = LOCAL.test(local) && labels.length > 1 && labels.every(label => LABEL.test(label))
  return more.length === 0 && fits && wellFormed ? `${local}@${labels.join('.')}` : undefined
}

// After +7: 70x, 747, 75x, 76x, 77x are mobile; 71x, 72x and 73x are towns, where no message arrives.
const MOBILE = /^7(0\d|47|[567]\d)\d{7}$/

/** '8 (701) 123-45-67' and the like as '+77011234567'. */
export function parsePhone(text: string): string | undefined {
  if (text.length > 40 || /[^\d\s()+.–-]/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  const isInternational = text.trim().startsWith('+')
  const whole = isInternational ? /^7\d{10}$/ : /^[78]\d{10}$/
  const own = whole.test(digits) ? digits.slice(1) : isInternational ? '' : digits
  return MOBILE.test(own) ? `+7${own}` : undefined
}

const NBSP = ' '

/** What shows whose it is to its owner and nobody else: a•••@mail.kz, +7 7•• ••• 45 67. */
export function mask(channel: Channel, address: string): string {
  if (channel === 'sms') return ['+7', '7••', '•••', address.slice(-4, -2), address.slice(-2)].join(NBSP)
  return `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`
}
