import type { County } from '../types'
import outlineAddress from '../assets/geo/ireland.json?url'

/** Rings of longitude and latitude. */
export type Outline = Partial<Record<County, [number, number][][]>>

let fetched: Promise<Outline> | undefined

/** The outlines of the counties: fetched as data, once, when a map is first on screen. */
export function useOutline() {
  const outline = shallowRef<Outline | null>(null)
  onMounted(async () => {
    fetched ??= fetchOutline()
    try {
      outline.value = await fetched
    }
    catch {
      // A map is a help, not the matter: the page does without, and the next one asks again.
      fetched = undefined
    }
  })
  return outline
}

async function fetchOutline(): Promise<Outline> {
  const response = await fetch(outlineAddress)
  const { counties } = (await response.json()) as { counties?: Outline }
  if (!response.ok || !counties) throw new Error('No outline')
  return counties
}
