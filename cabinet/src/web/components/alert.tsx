// What went wrong, said at the top of the page and read out at once.
import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

export function Alert({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="alert" role="alert">
      <Icon name="alert" />
      <div>
        <p class="alert-title">{title}</p>
        {children}
      </div>
    </div>
  )
}
