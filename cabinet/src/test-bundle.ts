// For tests: the service as it is shipped, built anew for each run, for those who start it as a process or its threads.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildServer } from '../../ops/build.mjs'
import { projectRoot } from './root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    bundle: string // the folder with otinish.js, the modules of its threads, and simulators.js
  }
}

/** Inside the project, where its packages are found; in a folder of its own, so that two runs do not meet. */
export async function setup(project: TestProject): Promise<() => void> {
  const root = projectRoot()
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  const bundle = mkdtempSync(path.join(root, 'dist/test-'))
  const source = (file: string) => path.join(root, 'cabinet/src', file)
  const ours = {
    'test-worker': source('signatures/test-worker.ts'),
    'test-mortal': source('withdrawal/interleavings/test-mortal.ts'),
  }
  const build = () => buildServer(bundle, ours)
  await build()
  project.onTestsRerun(build)
  project.provide('bundle', bundle)
  return () => rmSync(bundle, { recursive: true, force: true })
}
