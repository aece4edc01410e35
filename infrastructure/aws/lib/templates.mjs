// The templates of this folder, as the checks read them.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parameterSets } from './environments.mjs'
import { read, resolve } from './resolve.mjs'

const folder = new URL('../', import.meta.url)
export const pathOf = (name) => fileURLToPath(new URL(name, folder))

/** application.yaml, with the functions as SAM has them. */
export const application = read(pathOf('application.yaml'))

/** What SAM makes of it. */
export const transformed = JSON.parse(readFileSync(pathOf('transformed/application.json'), 'utf8'))

/** `[name of the parameters, template as they make it]` of each set of parameters. */
export const resolvedBy = (template) =>
  Object.entries(parameterSets).map(([name, parameters]) => [name, resolve(template, parameters)])

/** The names of the other templates, which need no SAM: build.yaml and integration.yaml are for CodeBuild. */
export const plainTemplates = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && name !== 'application.yaml')
  .filter((name) => readFileSync(pathOf(name), 'utf8').includes('AWSTemplateFormatVersion'))

/** A fact about the program, by the name of its file. */
export const fact = (name) => JSON.parse(readFileSync(pathOf(`facts/${name}.json`), 'utf8'))
