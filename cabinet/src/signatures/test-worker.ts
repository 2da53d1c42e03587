// For tests: tasks that behave, hang, die or throw.
import { workerData } from 'node:worker_threads'

export function ready(): true {
  return true
}

export function echo(input: { readonly word: string }): { readonly word: string; readonly given: unknown } {
  return { word: input.word, given: workerData }
}

/** At work for ever. */
export function spin(_: null): never {
  for (;;);
}

/** As deaf as that, and leaves the processor to others. */
export function hang(_: null): never {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  for (;;) Atomics.wait(nothing, 0, 0)
}

export function exhaust(_: null): number {
  const kept: unknown[] = []
  for (;;) kept.push(new Array(1_000_000).fill(kept.length))
}

export function exit(_: null): never {
  process.exit(3)
}

export function fail(_: null): never {
  throw new Error('a fault of ours')
}

export function secrets(_: null): number {
  return Object.keys(process.env).length
}
