import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import YAML from 'yaml'
import { pathOf } from '../lib/templates.mjs'

const workflow = YAML.parse(readFileSync(pathOf('../../.github/workflows/check.yml'), 'utf8'))
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

test('the workflow runs .ci/run and nothing else', () => {
  assert.deepEqual(steps.filter((step) => step.run).map((step) => step.run), ['bash .ci/run'])
})

test('the workflow may only read, and takes no action that could become another', () => {
  assert.deepEqual(workflow.permissions, { contents: 'read' })
  for (const { uses } of steps.filter((step) => step.uses)) assert.match(uses, /@[0-9a-f]{40}$/, uses)
})

test('.ci/run runs ./test, and then what needs PyPI', () => {
  const lines = readFileSync(pathOf('../../.ci/run'), 'utf8')
  const at = [lines.indexOf('../test'), lines.indexOf('infrastructure/aws/check" --pypi')]
  assert.ok(at[0] > 0 && at[1] > at[0])
})

test('check refuses what it does not know', () => {
  const { status, stderr } = spawnSync('bash', [pathOf('check'), '--nonsense'], { encoding: 'utf8' })
  assert.equal(status, 2)
  assert.match(stderr, /Unknown option: --nonsense/)
})

test('every script is in docs/deploy.md or docs/operations.md', () => {
  const documents = ['deploy', 'operations'].map((name) => readFileSync(pathOf(`../../docs/${name}.md`), 'utf8')).join()
  const scripts = readdirSync(pathOf('.'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.') && readFileSync(pathOf(entry.name), 'utf8').startsWith('#!'))
    .map(({ name }) => name)
  assert.ok(scripts.length >= 9)
  const missing = scripts.filter((name) => name !== 'check' && !documents.includes(`infrastructure/aws/${name} `))
  assert.deepEqual(missing, [])
})
