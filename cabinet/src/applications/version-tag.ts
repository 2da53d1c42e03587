// Which state of an application a page shows, as an entity tag: another one means that the page is no longer true.
import type { Application, State } from './application.ts'

export function versionOf({ status, changedAt }: Pick<Application, 'status' | 'changedAt'>): string {
  return versionTag(status.is, changedAt)
}

export function versionTag(state: State, changedAt: Date): string {
  return `"${state}-${changedAt.getTime().toString(36)}"`
}
