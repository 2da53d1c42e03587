// Watches the end of the session: warns two minutes before, extends it when asked, and takes away what is personal when it
// is over. The server knows the truth and is asked before anything is said; the browser's clock only counts seconds.

const WARNING = 120 // seconds
const LAST_CALL = 60

const tabs = new BroadcastChannel('session')
tabs.postMessage('') // a page turned, a sign-in or a sign-out here may change what is true for the other tabs

const bar = document.querySelector<HTMLElement>('[data-session]')
const status = bar?.querySelector('[role=status]')
const box = bar?.querySelector('div')
const clock = bar?.querySelector('[data-clock]')
const extend = bar?.querySelector<HTMLFormElement>('[data-extend]')

if (bar && status && box && clock && extend) {
  const facts = bar.dataset
  let end = 0
  let isLast = false
  let stage = '' // of the warning: what has been said is not said every second
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: HTMLElement | undefined // where the person was before they went to the bar

  const say = (name: string) => {
    status.textContent =
      bar.querySelector<HTMLTemplateElement>(`template[data-say="${name}"]`)?.content.textContent ?? ''
  }
  const show = (left: number) => {
    const which = left > LAST_CALL ? 'soon' : 'now'
    if (which !== stage) say(isLast ? `last-${which}` : which)
    stage = which
    box.hidden = false
    extend.hidden = isLast
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  }
  const hide = () => {
    if (box.contains(document.activeElement)) before?.focus()
    box.hidden = true
    status.textContent = ''
    stage = ''
  }
  const leave = (why: string) => {
    clearTimeout(timer)
    for (const personal of document.querySelectorAll<HTMLElement>('main, .who')) personal.hidden = true
    if (!document.querySelector('[data-waiting]:not(:empty)'))
      return location.replace(`${facts['signIn']}&ended=${why}`)
    box.hidden = true
    if (stage !== 'signing') say('signing') // NCALayer is asked: a signature counts although the session is over
    stage = 'signing'
    timer = setTimeout(leave, 1000, why)
  }
  const plan = () => {
    clearTimeout(timer)
    const left = Math.ceil((end - Date.now()) / 1000)
    if (left > WARNING) hide()
    else if (left > 0) show(left)
    if (left > WARNING) timer = setTimeout(ask, (left - WARNING) * 1000)
    else timer = setTimeout(left > 0 ? plan : ask, left > 0 ? 1000 : 0)
  }
  const learn = (left: number, last: boolean) => {
    end = Date.now() + left * 1000
    isLast = last
    plan()
  }
  /** Asking does not prolong the session. Whoever cannot be asked when the time is over is not waited for. */
  const ask = async () => {
    const answer = await fetch(facts['look'] ?? '').catch(() => undefined)
    const told = answer?.ok ? await answer.json() : undefined
    if (told && told.key === facts['session']) learn(told.left, told.isLast)
    else if (told || answer?.status === 401 || Date.now() >= end)
      leave(Date.now() < end - WARNING * 1000 ? 'over' : isLast ? 'day' : 'idle')
    else plan()
  }

  bar.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !bar.contains(relatedTarget)) before = relatedTarget
  })
  extend.addEventListener('submit', async event => {
    event.preventDefault()
    const headers = { Accept: 'application/json' }
    const answer = await fetch(extend.action, { method: 'POST', headers }).catch(() => undefined)
    if (!answer || answer.status >= 500) return say('failed')
    await ask()
    tabs.postMessage('')
  })
  tabs.addEventListener('message', ask)
  document.addEventListener('visibilitychange', () => document.hidden || ask())
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return // Back, out of the memory of the browser: shown again only if one is still signed in
    document.body.hidden = true
    await ask()
    document.body.hidden = false
  })
  learn(Number(facts['left']), 'last' in facts)
}
