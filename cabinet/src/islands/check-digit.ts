// The check digit of an IIN, for the hint while typing. The same rule as the server's (citizens/iin.ts), which a test compares.

const weigh = (
  digits: number[],
  from: number, // the weights run 1 … 11, the second time from 3 and round again
) => digits.slice(0, 11).reduce((sum, digit, i) => sum + digit * (((i + from) % 11) + 1), 0) % 11

/** Twelve digits whose last one does not fit the others. Anything else does not look like anything yet. */
export function looksMistyped(text: string): boolean {
  const digits = [...text.replace(/\s/g, '')].map(Number)
  if (digits.length !== 12 || digits.some(Number.isNaN)) return false
  const first = weigh(digits, 0)
  return (first < 10 ? first : weigh(digits, 2)) !== digits[11]
}
