package ie.tradsessions.domain;

/** Identifies a member for good; see {@link Identifier} for its form. It tells nothing about the person. */
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        Identifier.checked("member", value);
    }

    /**
     * The member whom a token is about.
     *
     * @param issuer who issued the token
     * @param subject whom the token is about, unique for its issuer
     */
    public static MemberId of(String issuer, String subject) {
        return new MemberId(Identifier.derivedFrom(issuer + "\n" + subject));
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
