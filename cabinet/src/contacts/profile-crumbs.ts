// The way from the services over the profile to a page of it.
import type { Frame } from '../web/page.tsx'

export function profileCrumbs({ t, language }: Frame, title: string) {
  return [
    { text: t.chrome.services, href: `/${language}/services` },
    { text: t.registration.change.profile, href: `/${language}/profile` },
    { text: title },
  ]
}
