// Writes a multiplier in digits that ask for few additions: the width-w non-adjacent form, and windows of w bits with signs.

/** Digits from the least significant: Σ digits[i]·2ⁱ = k, each zero or odd and below 2^(width−1) in magnitude. */
export function recode(k: bigint, width: number): Int16Array {
  const bits = k.toString(2)
  const bit = (i: number): number => (bits[bits.length - 1 - i] === '1' ? 1 : 0)
  const digits = new Int16Array(bits.length + 1)
  let carry = 0
  for (let i = 0; i < digits.length; i++) {
    if (bit(i) === carry) continue // bit + carry is even: the digit is zero and the carry stays
    let window = carry
    for (let j = 0; j < width; j++) window += bit(i + j) * 2 ** j
    carry = window >> (width - 1)
    digits[i] = window - (carry << width)
    i += width - 1
  }
  return digits
}

/** A digit for each w bits, from the least significant: Σ digits[i]·2ʷⁱ = k, none above 2^(width−1) in magnitude. */
export function windowsOf(k: bigint, width: number): Int16Array {
  const bits = k.toString(2)
  const digits = new Int16Array(Math.floor(bits.length / width) + 1)
  let carry = 0
  for (let i = 0; i < digits.length; i++) {
    const end = bits.length - i * width
    const window = Number.parseInt(`0${bits.slice(Math.max(0, end - width), end)}`, 2) + carry
    carry = window > 2 ** (width - 1) ? 1 : 0
    digits[i] = window - carry * 2 ** width
  }
  return digits
}
