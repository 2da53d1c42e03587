// The dialogs before the person: one is open, later ones wait behind it, as the program's modal window makes them.
import type { OpenKey } from './key-ring.ts'
import type { SignRequest } from './sign-arguments.ts'

export type Outcome = { readonly kind: 'chosen'; readonly key: OpenKey } | { readonly kind: 'cancelled' }

export type Dialog = {
  readonly id: number
  readonly origin: string // which site asks; empty for a program that is not a browser
  readonly request: SignRequest
  readonly isDeserted: () => boolean // the page has gone; the dialog stays, as the real one does
}

export type Desk = {
  ask(dialog: Omit<Dialog, 'id'>): Promise<Outcome>
  current(): Dialog | undefined
  waiting(): number // behind the current one
  last(): Outcome['kind'] | undefined
  answer(id: number, outcome: Outcome): void // of a dialog that is no longer there: ignored
  watch(listener: () => void): () => void // returns how to stop watching
  changed(): void
}

type Waiting = { readonly dialog: Dialog; readonly settle: (outcome: Outcome) => void }

/** An empty desk. */
export function openDesk(): Desk {
  const queue: Waiting[] = []
  const listeners = new Set<() => void>()
  let ids = 0
  let last: Outcome['kind'] | undefined
  const changed = () => {
    for (const listener of listeners) listener()
  }

  return {
    ask: dialog =>
      new Promise(settle => {
        queue.push({ dialog: { ...dialog, id: ++ids }, settle })
        changed()
      }),
    current: () => queue[0]?.dialog,
    waiting: () => Math.max(0, queue.length - 1),
    last: () => last,
    answer(id, outcome) {
      if (queue[0]?.dialog.id !== id) return
      last = outcome.kind
      queue.shift()?.settle(outcome)
      changed()
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed,
  }
}
