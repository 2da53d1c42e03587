// A phone as people read it: +7 701 123 45 67, never broken over two lines.

const NBSP = '\u00a0'

export function formatPhone(phone: string): string {
  const parts = /^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return parts ? parts.slice(1).join(NBSP) : phone
}
