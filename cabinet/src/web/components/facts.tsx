// Pairs of a name and a value. A pair without a value is left out.
import type { Child } from 'hono/jsx'

export type Fact = { readonly name: string; readonly value: Child | undefined; readonly note?: string | undefined }

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== undefined)
        .map(({ name, value, note }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {value}
              {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
    </dl>
  )
}
