export type Child = {
  readonly ready: Readonly<Record<string, unknown>> // the line that said so
  readonly exited: Promise<number>
  readonly stop: () => Promise<void>
  readonly kill: () => void
}

export function startChild(
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv
    readonly cwd: string
    readonly isReady: (line: Readonly<Record<string, unknown>>) => boolean
    readonly onLine?: (line: string) => void
  },
): Promise<Child>
