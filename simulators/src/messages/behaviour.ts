// How a carrier of messages behaves: one word, set by the library or by `POST /control`.

export type Behaviour<Mode extends string> = {
  readonly modes: readonly Mode[]
  mode(): Mode
  behave(mode: Mode): void // who waits is let go
  changed(): Promise<void> // the next time that anything is said about the mode
}

/** Behaves as the first of the words until it is told otherwise. */
export function openBehaviour<Mode extends string>(modes: readonly [Mode, ...Mode[]]): Behaviour<Mode> {
  let mode = modes[0]
  const waiting = new Set<() => void>()
  return {
    modes,
    mode: () => mode,
    behave: next => {
      mode = next
      const released = [...waiting]
      waiting.clear()
      for (const goOn of released) goOn()
    },
    changed: () => new Promise(resolve => waiting.add(() => resolve())),
  }
}

/** What `POST /control` may say, `{"mode": …}`, or a sentence when it is not understood. */
export function readMode<Mode extends string>(body: unknown, modes: readonly Mode[]): { readonly mode: Mode } | string {
  const expected = `{"mode": …} is expected, one of ${modes.join(', ')}`
  if (typeof body !== 'object' || body === null || Object.keys(body).length !== 1 || !('mode' in body)) return expected
  const mode = modes.find(word => word === body.mode)
  return mode === undefined ? expected : { mode }
}
