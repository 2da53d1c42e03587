// Where messages lead, below the language.

export const CHOICES_PATH = '/profile/notifications'

/** The page of an application, which leads back where one came from: to a message, or to all of them. */
export function applicationPath(id: string, message?: string): string {
  const from = message === undefined ? 'messages' : `messages/${message}`
  return `/applications/${encodeURIComponent(id)}?from=${from}`
}
