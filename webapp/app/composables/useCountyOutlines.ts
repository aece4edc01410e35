import type { County } from '../types'
import outlinesUrl from '../assets/geo/ireland.json?url'

/** For each county its rings, each a list of longitude and latitude. */
export type CountyOutlines = Partial<Record<County, [number, number][][]>>

let request: Promise<CountyOutlines> | undefined

/** The outlines of the counties, fetched once, when the first map is shown. */
export function useCountyOutlines() {
  const outlines = shallowRef<CountyOutlines | null>(null)
  onMounted(async () => {
    request ??= fetchOutlines()
    try {
      outlines.value = await request
    }
    catch {
      // The page works without outlines, so nothing is reported; the next map tries again.
      request = undefined
    }
  })
  return outlines
}

async function fetchOutlines(): Promise<CountyOutlines> {
  const response = await fetch(outlinesUrl)
  const { counties } = (await response.json()) as { counties?: CountyOutlines }
  if (!response.ok || !counties) throw new Error('No outlines of the counties')
  return counties
}
