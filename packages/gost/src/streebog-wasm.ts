// X, S, P and L of Streebog in WebAssembly, which looks up 64 bits at a time: a fifth of the time. The module is written out here,
// instruction by instruction, so that there is nothing to build or to load. WebAssembly Core Specification §5 (binary format).

/** to ← LPS(left ⊕ right), on states of 64 octets at these addresses; `to` may be either of the two. */
export type MixAt = (left: number, right: number, to: number) => void

export type WasmMixer = { readonly memory: Int32Array; readonly mixAt: MixAt }

/** Addresses: what is looked up, for the function itself; then states, of its caller; then the tables, 8 × 256 entries of 8 octets. */
const SUM = 0
export const FIRST_STATE = 64
export const TABLES = 2048
const TABLE = 256 * 8

type Wasm = {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: object }
}

/** Undefined where there is no WebAssembly, or none may be compiled: a page's policy may forbid it. */
export function wasmMixer(tables: Int32Array): WasmMixer | undefined {
  const { WebAssembly: wasm } = globalThis as { WebAssembly?: Wasm }
  if (!wasm) return undefined
  try {
    const { exports } = new wasm.Instance(new wasm.Module(Uint8Array.from(MODULE)))
    const { memory, mixAt } = exports as { memory: { readonly buffer: ArrayBuffer }; mixAt: MixAt }
    const words = new Int32Array(memory.buffer)
    words.set(tables, TABLES / 4)
    return { memory: words, mixAt }
  } catch {
    return undefined
  }
}

const [LOCAL_GET, I32_CONST, I32_SHL, I32_LOAD8_U] = [0x20, 0x41, 0x74, 0x2d]
const [I64_LOAD, I64_STORE, I64_XOR, END] = [0x29, 0x37, 0x85, 0x0b]
const ALIGNED_8 = 3 // the exponent of two
const NO_LOCALS = 0
const LANES = [0, 1, 2, 3, 4, 5, 6, 7]

/** An unsigned number, seven bits an octet, least significant first. §5.2.2 */
function leb128(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb128(value >>> 7)]
}

/** Word by word SUM ← left ⊕ right; then octet i of all eight words, each looked up in its own table, makes word i of `to`. */
const CODE = [
  ...LANES.flatMap(i => [
    ...[I32_CONST, SUM],
    ...[LOCAL_GET, 0, I64_LOAD, ALIGNED_8, ...leb128(8 * i)],
    ...[LOCAL_GET, 1, I64_LOAD, ALIGNED_8, ...leb128(8 * i)],
    ...[I64_XOR, I64_STORE, ALIGNED_8, ...leb128(8 * i)],
  ]),
  ...LANES.flatMap(i => [
    ...[LOCAL_GET, 2],
    ...LANES.flatMap(j => [
      ...[I32_CONST, SUM, I32_LOAD8_U, 0, ...leb128(8 * j + i), I32_CONST, 3, I32_SHL],
      ...[I64_LOAD, ALIGNED_8, ...leb128(TABLES + j * TABLE)],
      ...(j > 0 ? [I64_XOR] : []),
    ]),
    ...[I64_STORE, ALIGNED_8, ...leb128(8 * i)],
  ]),
]

const name = (text: string) => [text.length, ...new TextEncoder().encode(text)]
const section = (id: number, content: readonly number[]) => [id, ...leb128(content.length), ...content]
const BODY = [NO_LOCALS, ...CODE, END]
const [I32, FUNCTION, MEMORY] = [0x7f, 0, 2]

const MODULE = [
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // \0asm, version 1
  ...section(1, [1, 0x60, 3, I32, I32, I32, 0]), // one type: three numbers, no answer
  ...section(3, [1, 0]), // one function, of that type
  ...section(5, [1, 0, 1]), // one memory of one page, 64 KB
  ...section(7, [2, ...name('memory'), MEMORY, 0, ...name('mixAt'), FUNCTION, 0]),
  ...section(10, [1, ...leb128(BODY.length), ...BODY]),
]
