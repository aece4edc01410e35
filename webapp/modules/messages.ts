import { generateJSON } from '@intlify/bundle-utils'
import { addVitePlugin, defineNuxtModule } from 'nuxt/kit'

type Messages = string | Messages[] | { [key: string]: Messages }

/** Compiles the messages of vue-i18n when the app is built, so that the browser need not load the compiler. */
export default defineNuxtModule({
  meta: { name: 'messages' },
  setup() {
    addVitePlugin({
      name: 'messages',
      enforce: 'pre',
      transform: {
        filter: { id: /\/i18n\/\w+\/\w+\.json$/ },
        handler: (source: string) => ({ code: `export default ${JSON.stringify(compileAll(JSON.parse(source) as Messages))}`, map: null, moduleType: 'js' as const }),
      },
    })
  },
})

// Only a message with a placeholder, a plural or a link needs compiling.
function compileAll(messages: Messages): unknown {
  if (typeof messages === 'string') return /[{}|@]/.test(messages) ? compile(messages) : messages
  if (Array.isArray(messages)) return messages.map(compileAll)
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, compileAll(value)]))
}

function compile(message: string): unknown {
  const { code } = generateJSON(JSON.stringify({ message }), { type: 'plain', env: 'production', minify: true, jit: true, filename: 'messages.json' })
  const resource = /const resource = (\{[\s\S]*\})\nexport default/.exec(code)
  if (!resource) throw new Error(`Cannot compile the message "${message}"`)
  return (JSON.parse(resource[1]!) as { message: unknown }).message
}
