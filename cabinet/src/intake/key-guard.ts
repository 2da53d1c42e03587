// Who of the core calls: the key, its scope, and a line in the audit for every call, refused ones too.
import type { Context, Next } from 'hono'
import type { Act } from '../audit/act.ts'
import type { Env } from '../web/context.ts'
import type { CoreKey, Scope } from './core-key.ts'
import { coreProblem } from './core-problems.ts'

export type CoreEnv = { Variables: Env['Variables'] & { coreKey: string } }

type Needs = {
  readonly findKey: (authorization: string | undefined) => Promise<CoreKey | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export const keyGuard = (needs: Needs, scope: Scope) => async (c: Context<CoreEnv>, next: Next) => {
  const key = await needs.findKey(c.req.header('Authorization'))
  const allowed = key?.scopes.includes(scope) ?? false
  let refusal: Response | undefined
  if (key && allowed) {
    c.set('coreKey', key.name)
    await next()
  } else {
    refusal = coreProblem(c as unknown as Context<Env>, key ? 'scope-missing' : 'key-unknown')
  }
  await needs.record({
    at: needs.now(),
    act: 'core-call',
    actor: { kind: 'core', key: key?.name ?? 'unknown' },
    application: /^\/core\/v1\/applications\/([A-Za-z0-9._-]{1,40})(\/|$)/.exec(c.req.path)?.[1],
    outcome: `${c.req.method} ${scope} ${refusal?.status ?? c.res.status}`,
    request: c.var.requestId,
  })
  return refusal
}
