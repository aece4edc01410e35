/** Whether the page shows invented samples, so that the footer must explain the mark "Sample". */
export function useSampleNotice() {
  return useState('sample-notice', () => false)
}

/** Tells the footer what the page shows. Only in the browser: a generated footer must hydrate unchanged. */
export function useSampleNoticeFor(items: () => readonly { sample: boolean }[]) {
  const notice = useSampleNotice()
  onMounted(() => {
    watchEffect(() => {
      notice.value = items().some(item => item.sample)
    })
  })
}
