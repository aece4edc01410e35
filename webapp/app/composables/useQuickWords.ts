/** Yes or no to several questions: each word is on screen at once, and put right where it is refused. */
export function useQuickWords() {
  const said = ref<Readonly<Record<string, boolean>>>({})
  const refused = ref<Readonly<Record<string, string>>>({})

  /** @param send gives the reason where the word is refused */
  async function say(key: string, on: boolean, send: () => Promise<string | null>) {
    const before = said.value[key]
    refused.value = without(refused.value, key)
    said.value = { ...said.value, [key]: on }
    const reason = await send()
    if (reason === null) return
    refused.value = { ...refused.value, [key]: reason }
    // Unless another word was said meanwhile.
    if (said.value[key] === on) said.value = before === undefined ? without(said.value, key) : { ...said.value, [key]: before }
  }

  return { said, refused, say }
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== key))
}
