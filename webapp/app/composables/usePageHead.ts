/** The title and the sentence under which a page is found and sent. */
export function usePageHead(title: () => string, description: () => string) {
  useHead({
    title,
    meta: [
      { name: 'description', content: description },
      { property: 'og:title', content: title },
      { property: 'og:description', content: description },
      { property: 'og:type', content: 'website' },
    ],
  })
}
