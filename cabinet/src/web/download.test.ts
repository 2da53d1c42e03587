// The name under which a file is saved: whatever stands in it, it stays a name.
import { expect, it } from 'vitest'
import { attachment } from './download.ts'

it.each([
  [
    'Қолхат 1.pdf',
    'receipt-1.pdf',
    'filename="receipt-1.pdf"; filename*=UTF-8\'\'%D2%9A%D0%BE%D0%BB%D1%85%D0%B0%D1%82%201.pdf',
  ],
  ['a"\r\nSet-Cookie: x', 'a"\r\nb', 'filename="ab"; filename*=UTF-8\'\'a%22__Set-Cookie%3A%20x'],
  ['../../etc/passwd', '../x', 'filename="..x"; filename*=UTF-8\'\'.._.._etc_passwd'],
  ["it's (1)*!.pdf", 'x', 'filename="x"; filename*=UTF-8\'\'it%27s%20%281%29%2A%21.pdf'],
  ['\u202egnp.exe', 'x', 'filename="x"; filename*=UTF-8\'\'_gnp.exe'],
  ['\ud800', 'x', 'filename="x"; filename*=UTF-8\'\'_'],
])('%j', (name, plain, written) => {
  expect(attachment(name, plain)).toBe(`attachment; ${written}`)
})
