// The thread that runs a campaign of mutants.
import { parentPort, workerData } from 'node:worker_threads'
import { runCampaign } from './campaign.ts'
import { certificateSpecimens } from './certificate-specimens.ts'
import { cmsSpecimens } from './cms-specimens.ts'
import { revocationSpecimens } from './revocation-specimens.ts'
import { timestampSpecimens } from './timestamp-specimens.ts'

const { input, position } = workerData
const specimens = [cmsSpecimens, certificateSpecimens, timestampSpecimens, revocationSpecimens].flatMap(make => make())
parentPort?.postMessage(runCampaign(specimens, input, index => Atomics.store(position, 0, index)))
