import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { defineNuxtModule } from 'nuxt/kit'

const SCRIPT = /<script>([\s\S]*?)<\/script>/g
const NEEDS_EXCEPTION = /<script(?![^>]*(?:\ssrc=|\stype="application\/json"))[^>]*>|<style[\s>]|<[a-z][^>]*\s(?:style|on[a-z]+)=/i

/**
 * Moves the scripts that Nuxt writes into a generated page into files, so that the Content-Security-Policy can be the
 * same for all pages and all builds, with neither hashes nor 'unsafe-inline'.
 */
export default defineNuxtModule({
  meta: { name: 'no-inline-scripts' },
  setup(_options, nuxt) {
    if (!nuxt.options.nitro.static || nuxt.options._prepare) return
    nuxt.hook('nitro:init', (nitro) => {
      nitro.hooks.hook('prerender:generate', async (route) => {
        if (!route.fileName?.endsWith('.html') || !route.contents) return
        const files = new Map<string, string>()
        route.contents = route.contents.replaceAll(SCRIPT, (_element, script: string) => {
          const path = `/_nuxt/${createHash('sha256').update(script).digest('base64url').slice(0, 12)}.js`
          files.set(path, script)
          return `<script src="${path}"></script>`
        })
        const left = NEEDS_EXCEPTION.exec(route.contents)
        if (left) throw new Error(`${route.route}: the Content-Security-Policy forbids ${left[0]}`)
        for (const [path, script] of files) {
          const file = join(nitro.options.output.publicDir, path)
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, script)
        }
      })
    })
  },
})
