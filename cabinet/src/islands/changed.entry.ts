// Says politely that the application has changed since its page was opened. Asks with growing pauses, only while the page is
// looked at, and never turns the page under the reader's hands.

const FIRST = 10_000 // ms
const LONGEST = 300_000

const box = document.querySelector<HTMLElement>('[data-changed]')
const words = box?.querySelector('template')

if (box && words) {
  const { changed: address = '', version = '' } = box.dataset
  let pause = FIRST
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isOver = false // it was said, or there is nobody to say it to

  const wait = () => {
    clearTimeout(timer)
    if (!isOver && !document.hidden) timer = setTimeout(ask, pause)
  }
  const ask = async () => {
    if (isAsking || isOver || document.hidden) return
    isAsking = true
    const answer = await fetch(address, { headers: { 'If-None-Match': version } }).catch(() => undefined)
    isAsking = false
    if (answer?.ok) box.append(words.content)
    isOver = answer !== undefined && answer.status !== 304 && answer.status < 500 // changed, signed out, or gone
    pause = Math.min(pause * 1.5, LONGEST)
    wait()
  }
  /** Looked at again, after a while elsewhere: asked at once. */
  const look = () => {
    pause = FIRST
    return ask()
  }

  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', ({ persisted }) => persisted && look())
  wait()
}
