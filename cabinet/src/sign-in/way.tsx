// One of several ways: what it is and what one needs on one side, what one does on the other.
import type { Child } from 'hono/jsx'

type Props = {
  readonly id?: string
  readonly title: string
  readonly needs: string
  readonly aside?: Child
  readonly children?: Child
}

export function Way({ id, title, needs, aside, children }: Props) {
  return (
    <section class="way" id={id}>
      <div>
        <h2>{title}</h2>
        <p class="muted">{needs}</p>
        {aside && <p class="muted">{aside}</p>}
      </div>
      <div>{children}</div>
    </section>
  )
}
