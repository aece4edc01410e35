/** Sets the title and the description of a page, for search engines and for links that are shared. */
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
