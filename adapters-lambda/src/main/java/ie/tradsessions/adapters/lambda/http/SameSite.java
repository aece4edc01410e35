package ie.tradsessions.adapters.lambda.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a browser sends a request for a page of ours, and not for one of another site (RFC 9110, Fetch Metadata). */
final class SameSite {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameSite() {}

    /**
     * A client that says nothing of a page is no browser, and carries nobody's cookies.
     *
     * @param origins the origins whose pages are ours too
     */
    static boolean holds(HttpRequest request, Set<String> origins) {
        String origin = request.header("origin");
        if (origin != null && origins.contains(origin)) {
            return true;
        }
        String site = request.header("sec-fetch-site");
        if (site != null) {
            return OWN.contains(site);
        }
        return origin == null || isOf(request.header("host"), origin);
    }

    /** For browsers that know no Sec-Fetch-Site. */
    private static boolean isOf(@Nullable String host, String origin) {
        return host != null && (origin.equals("https://" + host) || origin.equals("http://" + host));
    }
}
