// What stands under every page: where to read more, whom to ask.
import { messagesFor } from '../messages/for.ts'
import type { Frame } from '../page.tsx'
import { perLanguage } from '../per-language.ts'
import { rendered } from '../render.ts'

export function Footer({ frame: { language } }: { frame: Frame }) {
  return footerOf(language)
}

const footerOf = perLanguage(language => {
  const { chrome } = messagesFor(language)
  return rendered(
    <footer class="foot">
      <nav aria-label={chrome.more}>
        <ul>
          {FURTHER.map(page => (
            <li>
              <a href={`/${language}/${page}`}>{chrome.further[page]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {chrome.contact}: <a href="tel:1418">1418</a>
      </p>
      <p>{chrome.clock}</p>
    </footer>,
  )
})

const FURTHER = ['help', 'kinds', 'verify', 'status', 'accessibility'] as const
