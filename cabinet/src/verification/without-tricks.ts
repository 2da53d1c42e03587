// Names in certificates are anybody's: no control character is passed on, and nothing that turns the direction of reading.

export function withoutTricks<T>(told: T): T {
  if (typeof told === 'string') return told.replace(/\p{C}/gu, ' ') as T
  if (Array.isArray(told)) return told.map(withoutTricks) as T
  if (typeof told !== 'object' || told === null) return told
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [name, withoutTricks(value)])) as T
}
