package ie.tradsessions.adapters.lambda;

/** How long browsers and the edge may keep an answer before they ask again. */
enum Caching {
    /** One page about one thing: somebody may have cancelled tonight a moment ago. */
    PAGE("public, max-age=15, s-maxage=30, stale-while-revalidate=120"),
    LIST("public, max-age=30, s-maxage=60, stale-while-revalidate=300"),
    /** The answer to an exact position, or to a slip of the hand: of use to one person, and not for a shared cache. */
    PERSONAL("private, max-age=30"),
    COUNTS("public, max-age=120, s-maxage=300, stale-while-revalidate=1800"),
    EXPORT("public, max-age=300, s-maxage=3600"),
    /** Changes with a deployment only. */
    DOCUMENT("public, max-age=3600, s-maxage=86400"),
    /** Nothing is there, as long as nobody adds it. */
    NOTHING("public, max-age=5, s-maxage=10"),
    NONE("no-store");

    private final String directives;

    Caching(String directives) {
        this.directives = directives;
    }

    String directives() {
        return directives;
    }
}
