/**
 * What the header shows of the member. It is apart from the identity store, which only those load who have signed in;
 * a generated page starts with nobody.
 */
export function useSignedIn() {
  const signedIn = useState('signed-in', () => false)
  const name = useState<string | null>('member-name', () => null)
  const moderator = useState('moderator', () => false)
  return { signedIn, name, moderator }
}
