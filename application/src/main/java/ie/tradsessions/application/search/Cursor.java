package ie.tradsessions.application.search;

import ie.tradsessions.application.PageToken;
import ie.tradsessions.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins.
 *
 * @param moment the one that the first page was asked about: all pages of a walk show what is true then
 * @param after the last item of the page before, or null for the first page
 */
record Cursor(Instant moment, @Nullable SortKey after) {
    /** How long after its first page a list may still be read on. */
    static final Duration MAX_AGE = Duration.ofDays(1);

    /** How far the clocks of two processes may differ. */
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile(
            ". ([0-9]{1,12})[.]([0-9]{1,9}) (-?(?:Infinity|[0-9]+[.][0-9]+(?:E-?[0-9]+)?)) ([0-9a-z]{16}) ([\\p{L}\\p{N} ]*)");

    /**
     * @param order a letter by which tokens of one order are told from those of others
     * @param now always the same moment where time does not matter
     * @throws InvalidValue if no list in this order gave such a token lately
     */
    static Cursor of(@Nullable PageToken token, char order, Instant now) {
        if (token == null) {
            return new Cursor(now, null);
        }
        Matcher parts = FORM.matcher(token.value());
        if (!parts.matches() || token.value().charAt(0) != order) {
            throw refused();
        }
        Instant moment = Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
        if (moment.isBefore(now.minus(MAX_AGE)) || moment.isAfter(now.plus(MAX_SKEW))) {
            throw refused();
        }
        return new Cursor(moment, new SortKey(Double.parseDouble(parts.group(3)), parts.group(5), parts.group(4)));
    }

    PageToken tokenBehind(SortKey last, char order) {
        String at = moment.getEpochSecond() + "." + moment.getNano();
        return new PageToken(order + " " + at + " " + last.number() + " " + last.id() + " " + last.text());
    }

    private static InvalidValue refused() {
        return new InvalidValue("cursor", "as an earlier answer gave it");
    }
}
