// One of several ways to do the same: what it is and what one needs on one side, what one does on the other.
import type { Child } from 'hono/jsx'

type Props = { readonly id?: string; readonly title: string; readonly needs: string; readonly children?: Child }

export function Way({ id, title, needs, children }: Props) {
  return (
    <section class="way" id={id}>
      <div>
        <h2>{title}</h2>
        <p class="muted">{needs}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}
