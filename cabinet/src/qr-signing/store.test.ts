// What the database itself keeps true of an operation, whoever writes.
import { expect, it } from 'vitest'
import { AIGERIM, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { begun, begunFor, signWithPhone } from './test-phone.ts'

it('an operation is signed by somebody, with a signature, and by the one who has to', async () => {
  const service = await testService()
  const { owner } = service.database
  await begunFor(service, AIGERIM)
  const signed = (rest: string) => owner.unsafe(`update qr_operation set state = 'signed', ended_at = made_at, ${rest}`)
  await expect(signed('answer = sha256(id)')).rejects.toThrow('signed_has_a_signer')
  await expect(signed(`signer = '${AIGERIM.iin}'`)).rejects.toThrow('signed_is_answered')
  await expect(signed(`answer = sha256(id), signer = '781515300300'`)).rejects.toThrow('signed_by_the_expected')
  await signed(`answer = sha256(id), signer = '${AIGERIM.iin}'`)
})

it('the service can neither change what is signed nor whose operation it is', async () => {
  const service = await testService()
  const { id } = await begun(service.browser())
  await signWithPhone(service, id, (await testAuthority()).signing(AIGERIM))
  const { sql } = service.database
  for (const act of [
    'update qr_document set bytes = bytes',
    'delete from qr_document',
    ...['starter', 'purpose', 'expected', 'expires_at', 'confirmation', 'next'].map(
      column => `update qr_operation set ${column} = ${column}`,
    ),
  ])
    await expect(sql.unsafe(act), act).rejects.toThrow('permission denied')
})
