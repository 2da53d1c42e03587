// What was delivered, for the person's page and for tests: the newest few hundred messages.

export type Message = {
  readonly number: number // counts deliveries from 1
  readonly at: string // ISO
  readonly id: string // the sender's: a Message-ID, or the id given to the gateway
  readonly from: string | undefined
  readonly to: string
  readonly subject: string | undefined
  readonly text: string
  readonly files?: readonly AttachedFile[]
}

export type AttachedFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

export type Inbox = {
  add(message: Omit<Message, 'number' | 'at'>): Message
  messages(to?: string): readonly Message[] // oldest first; of everybody, or of one address
  delivered(): number // since the start, also what was thrown away
  watch(changed: () => void): () => void
}

const KEPT = 500

export function openInbox(now: () => Date): Inbox {
  let kept: readonly Message[] = []
  let delivered = 0
  const watchers = new Set<() => void>()
  return {
    add: message => {
      delivered++
      const added = { number: delivered, at: now().toISOString(), ...message }
      kept = [...kept, added].slice(-KEPT)
      for (const changed of watchers) changed()
      return added
    },
    messages: to => (to === undefined ? kept : kept.filter(message => message.to.toLowerCase() === to.toLowerCase())),
    delivered: () => delivered,
    watch: changed => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}
