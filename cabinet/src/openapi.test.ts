import { describe, expect, it } from 'vitest'
import { testService } from './test-service.ts'

describe('openapi.json', () => {
  it('is what the service describes; after a wanted change run this test with -u', async () => {
    const { app } = await testService()
    const described = await (await app.request('/api/v1/openapi.json')).json()
    await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot('../../openapi.json')
  })

  it('says of each call what it answers, and of each refusal that it is problem details', async () => {
    const { app } = await testService()
    const { paths } = await (await app.request('/api/v1/openapi.json')).json()
    expect(Object.keys(paths).sort()).toEqual([
      '/api/v1/applications',
      '/api/v1/applications/{id}',
      '/api/v1/applications/{id}/documents/{kind}',
      '/api/v1/applications/{id}/withdrawal-drafts',
      '/api/v1/me',
      '/api/v1/qr-operations/{id}',
      '/api/v1/sign-in/challenges',
      '/api/v1/sign-in/eds',
      '/api/v1/sign-in/password',
      '/api/v1/sign-in/qr-operations',
      '/api/v1/sign-in/qr-operations/{id}',
      '/api/v1/sign-in/qr-operations/{id}/completion',
      '/api/v1/sign-out',
      '/api/v1/verifications',
      '/api/v1/withdrawal-drafts/{id}',
      '/api/v1/withdrawal-drafts/{id}/qr-operations',
      '/api/v1/withdrawal-drafts/{id}/signature',
      '/api/v1/withdrawals/{registration}/{piece}',
      '/core/v1/applications/{id}',
      '/core/v1/applications/{id}/documents/{kind}',
      '/core/v1/applications/{id}/execution',
      '/core/v1/status-events',
    ])
  })
})
