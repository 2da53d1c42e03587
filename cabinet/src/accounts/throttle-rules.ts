// How often one may guess: growing delays rather than a lock, which a stranger could trigger.

const SECOND = 1_000
const MINUTE = 60 * SECOND
const LONGEST = 60 * SECOND

/**
 * `person`: a person from all devices that they never signed in with, together. `device`: a person from one device of theirs,
 * so that no stranger can keep them out of it. `address`: everybody at one network address. `beginning`: what anybody there
 * may begin without showing anything, which is no guess; generous, since thousands of phones may have one address. `checking`:
 * papers that anybody there checks by their codes, which have too many bits to be guessed. `alert`: addresses of alerts,
 * likewise. `upload`: files with signatures that anybody there has checked. `everybody`: what all addresses together look up or
 * have checked in a minute.
 */
const RULES = {
  person: { free: 3, forgottenAfter: 60 * MINUTE, of: 'the last try' },
  device: { free: 3, forgottenAfter: 60 * MINUTE, of: 'the last try' },
  address: { free: 20, forgottenAfter: 10 * MINUTE, of: 'the first try' },
  beginning: { free: 60, forgottenAfter: MINUTE, of: 'the first try' },
  checking: { free: 60, forgottenAfter: 10 * MINUTE, of: 'the first try' },
  alert: { free: 60, forgottenAfter: 10 * MINUTE, of: 'the first try' },
  upload: { free: 20, forgottenAfter: 10 * MINUTE, of: 'the first try' },
  everybody: { free: 600, forgottenAfter: MINUTE, of: 'the first try' },
} as const

export type Rule = keyof typeof RULES
export type ThrottleKey = `${Rule}:${string}`

export type Tries = {
  readonly tries: number
  readonly since: Date // the first of them
  readonly lastAt: Date
  readonly againAt: Date // not before
}

/** What is remembered once this try is counted, or from when on it would be allowed. */
export function nextTry(rule: Rule, before: Tries | undefined, now: Date): Tries | { readonly again: Date } {
  if (before && isWaiting(before, now)) return { again: before.againAt }
  const counts = before && !isForgotten(rule, before, now) ? before : { tries: 0, since: now }
  const tries = counts.tries + 1
  const wait = delay(tries - RULES[rule].free)
  return { tries, since: counts.since, lastAt: now, againAt: wait === 0 ? now : wholeSecond(now.getTime() + wait) }
}

/** After a free try there is no wait, though the clock of the instance that counted it may be ahead of ours. */
function isWaiting({ againAt, lastAt }: Tries, now: Date): boolean {
  return againAt > lastAt && againAt > now
}

function isForgotten(rule: Rule, { since, lastAt }: Tries, now: Date): boolean {
  const { forgottenAfter, of } = RULES[rule]
  const from = of === 'the last try' ? lastAt : since
  return now.getTime() - from.getTime() >= forgottenAfter
}

/** After the last free try 2 seconds, then 4, 8 … up to a minute. */
function delay(past: number): number {
  return past < 0 ? 0 : Math.min(LONGEST, 2 ** Math.min(past + 1, 10) * SECOND)
}

/** Up to the second, so that what people are told, which has no fractions, is true. */
function wholeSecond(time: number): Date {
  return new Date(Math.ceil(time / SECOND) * SECOND)
}

export function personKey(iin: string): ThrottleKey {
  return `person:${iin}`
}

/** By the device's id: its secret changes whenever somebody else comes in there, and the tries are to stay. */
export function deviceKey(iin: string, id: string): ThrottleKey {
  return `device:${iin}:${id}`
}

/** Whoever has one address of IPv6 has its whole network of 64 bits; an IPv4 address may be written as one of IPv6. */
export function addressKey(told: string): ThrottleKey {
  const address = withoutPort(told)
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped) return `address:${mapped}`
  return address.includes(':') ? `address:${network(address)}` : `address:${address}`
}

/** Some proxies tell it, and it is another for each connection. */
function withoutPort(told: string): string {
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(told) ?? []
  return bracketed ?? plain ?? told
}

/** Challenges of EDS and codes for eGov Mobile, together. */
export function beginningKey(address: string): ThrottleKey {
  return `beginning:${addressKey(address)}`
}

/** Checks of papers. */
export function checkingKey(address: string): ThrottleKey {
  return `checking:${addressKey(address)}`
}

/** Looks at alerts, and answers to them. */
export function alertKey(address: string): ThrottleKey {
  return `alert:${addressKey(address)}`
}

/** Checks of files. */
export function uploadKey(address: string): ThrottleKey {
  return `upload:${addressKey(address)}`
}

function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...middle, ...right].slice(0, 4).map(group => group.replace(/^0+(?=.)/, ''))
  return `${groups.join(':')}::/64`
}
