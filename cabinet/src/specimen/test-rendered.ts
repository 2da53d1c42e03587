// Which components a page is really made of: its tree, followed the way it is rendered.

/** What the JSX of Hono is made of, as far as it is followed here. */
type Node = {
  readonly tag: string | Component
  readonly props: Readonly<Record<string, unknown>>
  readonly children: readonly unknown[]
}

export type Component = (props: Readonly<Record<string, unknown>>) => unknown

/** The components that show something in a page. One that gives nothing for what it was handed is not shown. */
export function componentsIn(page: unknown): ReadonlySet<Component> {
  const shown = new Set<Component>()
  follow(page, shown)
  return shown
}

function follow(part: unknown, shown: Set<Component>): void {
  if (Array.isArray(part)) for (const one of part) follow(one, shown)
  if (!isNode(part)) return
  const { tag, props, children } = part
  const inside = typeof tag === 'string' ? children : tag(children.length > 0 ? { ...props, children } : props)
  if (typeof tag !== 'string' && showsSomething(inside)) shown.add(tag)
  follow(inside, shown)
}

function showsSomething(made: unknown): boolean {
  return made !== null && made !== undefined && typeof made !== 'boolean' && made !== ''
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'tag' in part && 'props' in part && 'children' in part
}
