import { generateJSON } from '@intlify/bundle-utils'
import { addVitePlugin, defineNuxtModule } from 'nuxt/kit'

type Words = string | Words[] | { [key: string]: Words }

/** Compiles the messages while the app is built, so that the compiler need not travel with them. */
export default defineNuxtModule({
  meta: { name: 'words' },
  setup() {
    addVitePlugin({
      name: 'words',
      enforce: 'pre',
      transform: {
        filter: { id: /\/i18n\/locales\/\w+\.json$/ },
        handler: (source: string) => ({ code: `export default ${JSON.stringify(compiled(JSON.parse(source) as Words))}`, map: null, moduleType: 'js' as const }),
      },
    })
  },
})

// Only what has a placeholder or a plural needs compiling; the rest is said as it stands.
function compiled(words: Words): unknown {
  if (typeof words === 'string') return /[{}|@]/.test(words) ? compile(words) : words
  if (Array.isArray(words)) return words.map(compiled)
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, compiled(value)]))
}

function compile(message: string): unknown {
  const { code } = generateJSON(JSON.stringify({ message }), { type: 'plain', env: 'production', minify: true, jit: true, filename: 'words.json' })
  const resource = /const resource = (\{[\s\S]*\})\nexport default/.exec(code)
  if (!resource) throw new Error(`Cannot compile the words "${message}"`)
  return (JSON.parse(resource[1]!) as { message: unknown }).message
}
