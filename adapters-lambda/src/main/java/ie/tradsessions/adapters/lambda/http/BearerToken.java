package ie.tradsessions.adapters.lambda.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token of an Authorization header (RFC 6750). */
final class BearerToken {
    private static final Pattern HEADER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");

    private BearerToken() {}

    static Optional<String> of(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        Matcher header = HEADER.matcher(authorization.strip());
        return header.matches() ? Optional.of(header.group(1)) : Optional.empty();
    }
}
