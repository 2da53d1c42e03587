// What stands under every page: where to read more, whom to ask.
import type { Frame } from '../page.tsx'

export function Footer({ frame: { language, t } }: { frame: Frame }) {
  return (
    <footer class="foot">
      <nav aria-label={t.chrome.more}>
        <ul>
          {FURTHER.map(page => (
            <li>
              <a href={`/${language}/${page}`}>{t.chrome.further[page]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {t.chrome.contact}: <a href="tel:1418">1418</a>
      </p>
      <p>{t.chrome.clock}</p>
    </footer>
  )
}

const FURTHER = ['help', 'kinds', 'verify', 'status', 'accessibility'] as const
