package ie.tradsessions.adapters.lambda.http;

/** How long browsers and the edge may keep a response before they ask again. */
public enum Caching {
    /** One page about one thing: somebody may have cancelled tonight a moment ago. */
    PAGE("public, max-age=15, s-maxage=30, stale-while-revalidate=120"),
    LIST("public, max-age=30, s-maxage=60, stale-while-revalidate=300"),
    /** The response to an exact position or to a mistyped request: of use to one client, and not for a shared cache. */
    PRIVATE("private, max-age=30"),
    /** Totals, which a single change hardly alters. */
    TOTALS("public, max-age=120, s-maxage=300, stale-while-revalidate=1800"),
    BULK("public, max-age=300, s-maxage=3600"),
    /** Changes with a deployment only. */
    STATIC("public, max-age=3600, s-maxage=86400"),
    /** Nothing is there, as long as nobody adds it. */
    NOT_FOUND("public, max-age=5, s-maxage=10"),
    NO_STORE("no-store");

    private final String directives;

    Caching(String directives) {
        this.directives = directives;
    }

    /** Whether the same response serves everybody. */
    boolean isShared() {
        return directives.startsWith("public");
    }

    /** As the header Cache-Control says it. */
    public String directives() {
        return directives;
    }
}
