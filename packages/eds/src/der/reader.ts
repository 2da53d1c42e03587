// A position in bytes, so that whoever reads them can say where they went wrong.
import { DerError, type DerFault } from './error.ts'

/** Its methods throw DerError `truncated` where the bytes end. */
export class Reader {
  readonly bytes: Uint8Array
  readonly base: number // where `bytes` stands in the whole input
  position = 0

  constructor(bytes: Uint8Array, base = 0) {
    this.bytes = bytes
    this.base = base
  }

  get left(): number {
    return this.bytes.length - this.position
  }

  get offset(): number {
    return this.base + this.position
  }

  octet(): number {
    const octet = this.bytes[this.position]
    if (octet === undefined) throw this.fault('truncated')
    this.position++
    return octet
  }

  take(count: number): Uint8Array {
    if (count > this.left) throw this.fault('truncated')
    this.position += count
    return this.bytes.subarray(this.position - count, this.position)
  }

  fault(code: DerFault): DerError {
    return new DerError(code, this.offset)
  }
}
