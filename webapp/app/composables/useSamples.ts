interface Shown {
  sample: boolean
}

/** Whether the page on screen shows anything invented, which its foot then says. */
export function useSamples() {
  return useState('samples', () => false)
}

/** Says what the page shows; only once it runs, since the foot of a generated page must hydrate as it was. */
export function useSamplesOf(shown: () => readonly Shown[]) {
  const samples = useSamples()
  onMounted(() => {
    watchEffect(() => {
      samples.value = shown().some(one => one.sample)
    })
  })
}
