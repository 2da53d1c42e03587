// A password can be looked at while it is typed. It is hidden again before it is sent, so that browsers know it for one.

export function revealPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-reveal]')) {
    const field = document.getElementById(button.getAttribute('aria-controls') ?? '')
    if (!(field instanceof HTMLInputElement)) continue
    const show = (shown: boolean) => {
      field.type = shown ? 'text' : 'password'
      for (const [i, word] of [...button.children].entries()) word.toggleAttribute('hidden', shown === (i === 0))
    }
    button.addEventListener('click', () => show(field.type === 'password'))
    field.form?.addEventListener('submit', () => show(false))
  }
}
