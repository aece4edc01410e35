/** Leads through the pages of signing in and back to where the visitor came from. */
export function useReturn() {
  const route = useRoute()
  const identity = useIdentity()
  const then = pageToReturnTo([route.query.then, import.meta.client ? window.history.state?.back : null])

  const linkTo = (path: string) => ({ path, query: { then } })

  /** A member whom nobody can name yet is asked for a name first. */
  function goBack() {
    return navigateTo(identity.displayName || then.startsWith('/profile') ? then : linkTo('/profile'), { replace: true })
  }

  return { then, linkTo, goBack }
}
