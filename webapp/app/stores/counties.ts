import type { CountryCount, CountyCount, NightCounts } from '../types'
import { DAYS } from '../utils/dates'

/** The counties of Ireland and the countries abroad, with how many sessions each has. */
export const useCounties = defineStore('counties', () => {
  const items = ref<CountyCount[]>([])
  const countries = ref<CountryCount[]>([])
  const state = ref<'idle' | 'loading' | 'ready' | 'failed'>('idle')

  async function load() {
    if (!items.value.length) state.value = 'loading'
    const answer = await useApi().counties()
    if (answer.kind === 'ok') {
      items.value = answer.value.items
      countries.value = answer.value.countries
      state.value = 'ready'
    }
    else {
      state.value = 'failed'
    }
  }

  const bySlug = (slug: string | null) => items.value.find(county => county.slug === slug)

  const totalSessions = computed(() => items.value.reduce((sum, county) => sum + county.sessions, 0))
  const totalNights = computed(() => {
    const total = Object.fromEntries(DAYS.map(day => [day, 0])) as NightCounts
    for (const county of items.value) for (const day of DAYS) total[day] += county.nights[day]
    return total
  })

  return { items, countries, state, load, bySlug, totalSessions, totalNights }
})
