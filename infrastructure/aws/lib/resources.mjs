// Which resources each set of parameters makes, told as what each has beyond another, so that a change is seen at once.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { pathOf, resolvedBy, transformed } from './templates.mjs'

const origins = {
  dev: null,
  test: 'dev',
  prod: 'test',
  'prod without domain': 'prod',
  'prod with existing detector': 'prod',
  'prod with replica': 'prod',
  'dev without origins': 'dev',
}

// SAM names a version by a hash of its function.
const lasting = (id) => id.replace(/Version[0-9a-f]{10}$/, 'Version')

export const resourcesOf = ({ Resources }) =>
  Object.entries(Resources).map(([id, { Type }]) => `${lasting(id)} ${Type}`).sort()

/** As checks/resources.json has them. */
export function told() {
  const all = Object.fromEntries(resolvedBy(transformed).map(([name, template]) => [name, resourcesOf(template)]))
  return Object.fromEntries(Object.entries(all).map(([name, mine]) => {
    const from = origins[name]
    const others = from === null ? [] : all[from]
    return [name, {
      ...(from !== null && { from }),
      adds: mine.filter((one) => !others.includes(one)),
      lacks: others.filter((one) => !mine.includes(one)),
    }]
  }))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(pathOf('checks/resources.json'), `${JSON.stringify(told(), null, 2)}\n`)
}
