// The clock of the service. A demonstration or a test may set it to another time; it runs all the same.

/** `start`: what it shows now. */
export function makeClock(start: Date | undefined): () => Date {
  if (!start) return () => new Date()
  const offset = start.getTime() - Date.now()
  return () => new Date(Date.now() + offset)
}
