import type { CountryCount, CountyCount, NightCounts } from '../types'
import { DAYS } from '../utils/dates'

/** The counties and how much there is in each, which three pages share. */
export const useCounties = defineStore('counties', () => {
  const items = ref<CountyCount[]>([])
  const countries = ref<CountryCount[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'trouble'>('idle')

  async function open() {
    if (!items.value.length) state.value = 'loading'
    const answer = await useApi().counties()
    if (answer.kind === 'found') {
      items.value = answer.value.items
      countries.value = answer.value.countries
      state.value = 'ready'
    }
    else {
      state.value = 'trouble'
    }
  }

  const bySlug = (slug: string | null) => items.value.find(county => county.slug === slug)

  /** All 32 together. */
  const nights = computed(() => {
    const sum = Object.fromEntries(DAYS.map(day => [day, 0])) as NightCounts
    for (const county of items.value) for (const day of DAYS) sum[day] += county.nights[day]
    return sum
  })

  return { items, countries, state, open, bySlug, nights }
})
