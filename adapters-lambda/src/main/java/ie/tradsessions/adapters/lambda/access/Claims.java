package ie.tradsessions.adapters.lambda.access;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token (RFC 7519), each of the one type that it may have. */
final class Claims {
    /** The last second of the year 9999. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    private static final int MAX_LENGTH = 512;

    private final Map<String, @Nullable Object> claims;

    Claims(Map<String, @Nullable Object> claims) {
        this.claims = claims;
    }

    /** A claim that is missing, or is not as it should be; the message says which, as the end of a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    String text(String name) throws Refused {
        if (claims.get(name) instanceof String text && !text.isBlank() && text.length() <= MAX_LENGTH) {
            return text;
        }
        throw new Refused("it has no text " + name);
    }

    Instant time(String name) throws Refused {
        Instant time = optionalTime(name);
        if (time == null) {
            throw new Refused("it has no time " + name);
        }
        return time;
    }

    /** Null where there is none. */
    @Nullable
    Instant optionalTime(String name) throws Refused {
        if (!claims.containsKey(name)) {
            return null;
        }
        if (claims.get(name) instanceof BigDecimal seconds
                && seconds.signum() >= 0
                && seconds.compareTo(LAST_SECOND) <= 0) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        throw new Refused("its " + name + " is not a time in seconds");
    }

    /** One text, or a list of them; none where there is no such claim. */
    Set<String> texts(String name) throws Refused {
        if (!claims.containsKey(name)) {
            return Set.of();
        }
        List<?> given = claims.get(name) instanceof List<?> list ? list : List.of(text(name));
        Set<String> texts = new LinkedHashSet<>();
        for (Object one : given) {
            if (!(one instanceof String text)) {
                throw new Refused("its " + name + " is not a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }
}
