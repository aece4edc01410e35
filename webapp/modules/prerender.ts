import { defineNuxtModule } from 'nuxt/kit'
import pages from '../public/pages.json'

interface Counties {
  items: { slug: string }[]
}

/**
 * `nuxt generate` writes the pages that public/pages.json lists, one for each county where a page is of a county. The
 * server reads the same file: it tells which pages were generated with data, and which are rendered in the browser.
 */
export default defineNuxtModule({
  meta: { name: 'prerender' },
  setup(_options, nuxt) {
    if (!nuxt.options.nitro.static || nuxt.options._prepare) return
    const address = `${nuxt.options.runtimeConfig.apiBase}/v1/counties`
    nuxt.hook('build:before', async () => {
      const counties = await fetchCounties(address)
      nuxt.hook('prerender:routes', ({ routes }) => {
        for (const page of [...pages.generated, ...pages.generatedWithData]) {
          if (page.includes('[slug]')) for (const { slug } of counties.items) routes.add(page.replace('[slug]', slug))
          else routes.add(page)
        }
      })
    })
  },
})

async function fetchCounties(address: string): Promise<Counties> {
  try {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return (await response.json()) as Counties
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause)
    console.error(`Cannot generate the pages: ${address} does not answer (${reason}). Start the server, or set NUXT_API_BASE to its address.`)
    process.exit(1)
  }
}
