// Waiting for the phone: asks how it stands, counts down, and turns the page when something has happened. The page is complete
// without it and then asks again by itself.

const EVERY = 2000 // ms
const SILENT = 3 // failures in a row before it is said

const form = document.querySelector<HTMLFormElement>('form[data-completion]')
const box = document.querySelector<HTMLElement>('[data-qr]')

if (form) goOn(form)
if (box) watch(box)

/** Signed and come back to by the Back button: the page is asked for anew, and tells what is true now. */
addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})

/** Once: the code works once, and the answer to a second press would take the place of the first. */
function goOn(form: HTMLFormElement): void {
  let isSent = false
  form.addEventListener('submit', event => {
    if (isSent) event.preventDefault()
    isSent = true
  })
  form.requestSubmit()
}

function watch(box: HTMLElement): void {
  const { qr: address = '', state, problem, left = '0' } = box.dataset
  const clock = box.querySelector('[data-clock]')
  const offline = box.querySelector<HTMLElement>('[data-offline]')
  const end = performance.now() + Number(left) * 1000 // by the seconds the server told: this device's clock may be wrong
  let failures = 0
  let isAsking = false
  let isTurning = false

  /** Once: on a slow line a second reload would only put an end to the first. */
  const turn = () => {
    if (!isTurning) location.reload()
    isTurning = true
  }
  document.addEventListener('submit', () => {
    isTurning = true // a form leads on by itself, and a reload would put an end to that too
  })
  const count = () => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000))
    if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (seconds === 0 && failures === 0) turn()
  }
  const ask = async () => {
    if (isAsking || document.hidden) return
    isAsking = true
    const answer = await fetch(address).catch(() => undefined)
    isAsking = false
    failures = answer && answer.status < 500 ? 0 : failures + 1
    if (offline) offline.hidden = failures < SILENT
    if (failures > 0) return
    const told = answer?.ok ? await answer.json() : undefined
    if (told?.state !== state || (told?.problem ?? '') !== problem) turn()
  }

  count()
  setInterval(count, 1000)
  setInterval(ask, EVERY)
  document.addEventListener('visibilitychange', ask) // back from the app on the same device
}
