import { defineNuxtModule } from 'nuxt/kit'

interface Counties {
  items: { slug: string }[]
}

/** `nuxt generate` writes the home page, the counties and each county with what the API says. */
export default defineNuxtModule({
  meta: { name: 'prerender' },
  setup(_options, nuxt) {
    if (!nuxt.options.nitro.static || nuxt.options._prepare) return
    const address = `${nuxt.options.runtimeConfig.apiBase}/v1/counties`
    nuxt.hook('build:before', async () => {
      const counties = await ask(address)
      nuxt.hook('prerender:routes', ({ routes }) => {
        routes.add('/').add('/counties').add('/about')
        for (const county of counties.items) routes.add(`/counties/${county.slug}`)
      })
    })
  },
})

async function ask(address: string): Promise<Counties> {
  try {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return (await response.json()) as Counties
  } catch (cause) {
    const why = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause)
    console.error(`Cannot generate the pages: ${address} does not answer (${why}). Start the server, or say where it is in NUXT_API_BASE.`)
    process.exit(1)
  }
}
