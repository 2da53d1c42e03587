// From when until when, by Almaty's clock.
import { expect, it } from 'vitest'
import { formatSpan } from './format-span.ts'

const at = (text: string) => new Date(text)

it('one date stands once', () => {
  const span = [at('2026-12-05T17:00:00Z'), at('2026-12-05T18:30:00Z')] as const
  expect(formatSpan(...span, 'kk')).toBe('05.12.2026 22:00–23:30')
  expect(formatSpan(...span, 'en')).toBe('5 Dec 2026, 22:00–23:30')
})

it('into the night of Almaty both dates stand', () => {
  const span = [at('2026-12-05T17:00:00Z'), at('2026-12-05T21:00:00Z')] as const
  expect(formatSpan(...span, 'ru')).toBe('05.12.2026 22:00 – 06.12.2026 02:00')
  expect(formatSpan(...span, 'en')).toBe('5 Dec 2026, 22:00 – 6 Dec 2026, 02:00')
})
