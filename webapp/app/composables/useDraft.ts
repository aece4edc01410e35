/**
 * Keeps what is half typed in this browser, so that it survives a reload, and signing in. Nothing is kept until something
 * was typed.
 *
 * @param key what the draft is of
 * @param read what is to be kept
 * @param write takes what was kept before; what an older version of the app kept may lack fields
 */
export function useDraft<T extends object>(key: string, read: () => T, write: (kept: Partial<T>) => void) {
  const name = `draft:${key}`
  const restored = ref(false)
  let untouched = ''
  let stop: (() => void) | undefined

  /** From now on: takes what was kept, then keeps what is typed. */
  function start() {
    untouched = JSON.stringify(read())
    const kept = parse(storage()?.getItem(name) ?? null)
    if (kept) {
      write(kept as Partial<T>)
      restored.value = true
    }
    stop = watch(read, (state) => {
      const text = JSON.stringify(state)
      try {
        if (text === untouched) storage()?.removeItem(name)
        else storage()?.setItem(name, text)
      }
      catch {
        // No room, or none allowed: the form works without.
      }
    }, { deep: true })
  }

  /** After it was saved, or to start afresh. */
  function clear() {
    stop?.()
    restored.value = false
    storage()?.removeItem(name)
  }

  return { restored, start, clear }
}

function parse(text: string | null): object | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  }
  catch {
    return null
  }
}

/** Reading the property throws where the visitor does not allow a site to keep anything. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  }
  catch {
    return null
  }
}
