// POST /api/v1/verifications: anybody's signature, checked for a program; the report is that of `eds verify --json`.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../web/context.ts'
import { problem } from '../web/problem-response.ts'
import { jsonAnswer, problemsOf } from '../web/schemas.ts'
import type { CheckedFiles, Upload } from './check-files.ts'
import type { Attempt } from './may-check.ts'
import { MAX_FILES, MAX_UPLOAD, readUpload } from './read-upload.ts'

export type VerificationApiNeeds = {
  readonly mayUpload: (address: string) => Promise<Attempt>
  readonly checkFiles: (upload: Upload) => Promise<CheckedFiles | 'busy'>
  readonly addressOf: (c: Context) => string
}

const OutcomeSchema = z.enum(['valid', 'invalid', 'indeterminate'])
const Reasons = z.array(z.string()).openapi({ description: 'Stable codes, most important first' })

const SignerSchema = z
  .object({
    outcome: OutcomeSchema,
    reasons: Reasons,
    person: z.object({
      iin: z.string().nullable(),
      bin: z.string().nullable(),
      commonName: z.string().nullable(),
      surname: z.string().nullable(),
      patronymic: z.string().nullable(),
    }),
    certificate: z
      .object({
        serial: z.string(),
        subject: z.string(),
        issuer: z.string(),
        notBefore: z.string(),
        notAfter: z.string(),
        algorithm: z.string(),
        purpose: z.enum(['signing', 'authentication', 'other']),
        roles: z.array(z.string()),
      })
      .nullable(),
    chain: z.array(z.string()),
    signingTime: z.string().nullable().openapi({ description: 'By the clock of the signer' }),
    timestamp: z.object({ at: z.string(), outcome: OutcomeSchema, authority: z.string() }).nullable(),
    revocation: z.object({
      status: z.enum(['good', 'revoked', 'unknown', 'unchecked']),
      source: z.enum(['ocsp', 'crl', 'none']),
      at: z.string(),
    }),
    verifiedAt: z.string().openapi({ description: 'The judging time' }),
  })
  .openapi('VerifiedSigner')

const JudgedSchema = z.object({
  path: z.string().openapi({ example: 'withdrawal.asics/statement.pdf' }),
  sha256: z.string().openapi({ description: 'Hex' }),
  unchecked: z
    .number()
    .int()
    .openapi({ description: 'How many other files lie in the archive; the report is not about them' }),
})

const ReportSchema = z
  .object({
    outcome: OutcomeSchema,
    reasons: Reasons,
    signers: z.array(SignerSchema),
    document: JudgedSchema.optional().openapi({
      description: 'Of a container: the file in it that the report is about',
    }),
  })
  .openapi('VerificationReport')

const binary = (description: string) => z.string().openapi({ format: 'binary', description })
const UploadSchema = z.object({
  cms: binary('The signature: CMS as DER, base64 or PEM; or a container: ASiC-S, or the archive of evidence'),
  content: binary('The document, also when it is inside the signature').optional(),
})

const verify = createRoute({
  tags: ['verification'],
  method: 'post',
  path: '/api/v1/verifications',
  summary: 'Is this signature valid, and whose is it? Open to anybody; nothing is kept',
  request: {
    body: {
      content: { 'multipart/form-data': { schema: UploadSchema } },
      description: `At most ${MAX_FILES} bytes together`,
      required: true,
    },
  },
  responses: {
    200: jsonAnswer('The report, whether valid or not', ReportSchema),
    ...problemsOf([400, 413, 422, 429, 503]),
  },
})

/** Described apart from its handler: the body is read part by part, within limits, and not by a schema. */
export function verificationApi(app: OpenAPIHono<Env>, needs: VerificationApiNeeds): void {
  app.openAPIRegistry.registerPath(verify)
  const onError = (c: Context) => problem(c as Context<Env>, 'files-too-large', { limit: MAX_FILES })
  app.post(verify.path, bodyLimit({ maxSize: MAX_UPLOAD, onError }), async c => {
    const tried = await needs.mayUpload(needs.addressOf(c))
    if (!tried.allowed) return problem(c, 'too-many-requests')
    const upload = await readUpload(c)
    if (typeof upload === 'string') return problem(c, upload)
    const checked = await needs.checkFiles(upload)
    return checked === 'busy' ? problem(c, 'verification-busy') : c.json(toAnswer(checked))
  })
}

/** As `eds verify --json` prints it. */
function toAnswer({ report, judged, sha256 }: CheckedFiles) {
  return judged && sha256 !== undefined ? { ...report, document: { ...judged, sha256 } } : report
}
