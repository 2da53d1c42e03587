// The OpenAPI 3.1 description, made from the schemas that the calls are checked with.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './context.ts'

export const OPENAPI_PATH = '/api/v1/openapi.json'

/** The names of the cookie and the key are the same everywhere; addresses are not part of it. */
export function describeSecurity(app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'coreKey', { type: 'http', scheme: 'bearer' })
}

export function openapiDocument(app: OpenAPIHono<Env>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Otinish',
      version: '1',
      description:
        'Where a pension application stands, and its withdrawal by a legally binding signature. ' +
        'Refusals are problem details (RFC 9457) with a stable `code`.',
    },
  })
}
