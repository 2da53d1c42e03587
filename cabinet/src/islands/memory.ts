// What this browser remembers for the person: on the device only, never sent. A browser that forbids it just forgets.

export type Remembered = 'otinish-store' | 'otinish-iin'

export function recall(name: Remembered): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(name: Remembered, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {} // no storage, or no room in it
}
