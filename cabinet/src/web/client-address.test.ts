// Whose address is counted: the nearest trusted proxy's word, never the client's own.
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

it.each([
  ['without proxies nothing that is told is read', 0, '203.0.113.9', 'unknown'],
  ['one proxy: what it added', 1, '203.0.113.9', '203.0.113.9'],
  ['one proxy: what the client claimed before it is not read', 1, '10.0.0.1, 203.0.113.9', '203.0.113.9'],
  ['one proxy: a hundred claims change nothing', 1, `${'10.0.0.1, '.repeat(100)}203.0.113.9`, '203.0.113.9'],
  ['two proxies: what the outer one added', 2, '10.0.0.1, 203.0.113.9, 192.0.2.7', '203.0.113.9'],
  ['two proxies, one entry: the socket’s, not the claim', 2, '10.0.0.1', 'unknown'],
  ['one proxy that told nothing: the socket’s', 1, '', 'unknown'],
  ['IPv6', 1, '2001:db8::1', '2001:db8::1'],
  ['what is no address is cut to the length of one', 1, 'x'.repeat(10_000), 'x'.repeat(45)],
])('%s', async (_, proxies, forwarded, address) => {
  const app = new Hono()
  app.get('/', c => c.text(clientAddress(c, proxies)))
  const answer = await app.request('/', { headers: { 'X-Forwarded-For': forwarded } })
  expect(await answer.text()).toBe(address)
})
