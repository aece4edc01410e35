import { hasSignedIn } from '../utils/signedIn'

/** The sessions that the member keeps, shared by every card. What asks the API is loaded when somebody is signed in. */
export const useFavourites = defineStore('favourites', () => {
  const ids = ref<ReadonlySet<string>>(new Set())
  /** The session of which a change was refused: its heart is as before, and says so. */
  const failed = ref<string | null>(null)
  let state: 'idle' | 'loading' | 'ready' = 'idle'

  const requests = () => import('../utils/favouriteRequests')

  /** Asks once which they are; nothing where nobody is signed in. */
  async function load() {
    if (state !== 'idle' || !hasSignedIn()) return
    state = 'loading'
    const { loadFavourites } = await requests()
    state = await loadFavourites(replace, forget) ? 'ready' : 'idle'
  }

  /** At once on screen; false where somebody has to sign in first. */
  async function toggle(id: string): Promise<boolean> {
    if (!hasSignedIn()) return false
    failed.value = null
    set(id, !ids.value.has(id))
    const { saveFavourite } = await requests()
    const saved = await saveFavourite(id, () => ids.value.has(id))
    if (saved.kind === 'saved' || saved.kind === 'waiting') return true
    set(id, saved.kept)
    if (saved.kind === 'signedOut') return false
    failed.value = id
    return true
  }

  function set(id: string, kept: boolean) {
    const next = new Set(ids.value)
    if (kept) next.add(id)
    else next.delete(id)
    ids.value = next
  }

  function replace(all: readonly string[]) {
    ids.value = new Set(all)
  }

  function forget() {
    replace([])
    state = 'idle'
  }

  return { ids, failed, load, toggle, replace }
})
