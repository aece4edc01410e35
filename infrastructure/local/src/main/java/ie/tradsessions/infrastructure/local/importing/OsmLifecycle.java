package ie.tradsessions.infrastructure.local.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether tags of OpenStreetMap say that a place has closed for good. */
final class OsmLifecycle {
    /** Tags that say it by themselves. */
    private static final List<String> FLAGS =
            List.of("disused", "abandoned", "closed", "demolished", "razed", "removed", "destroyed");

    /** What mappers put before a tag that was true once. */
    private static final List<String> PREFIXES = List.of(
            "disused:",
            "abandoned:",
            "demolished:",
            "removed:",
            "was:",
            "razed:",
            "historic:",
            "former:",
            "closed:",
            "destroyed:",
            "ruins:",
            "vacant:",
            "old_");

    private static final List<String> KINDS =
            List.of("amenity", "tourism", "leisure", "club", "shop", "craft", "office", "building");

    /** Of the kinds, those that say what a place is for; the others say what it is made of or who else is there. */
    private static final List<String> KINDS_IN_USE = List.of("amenity", "tourism", "leisure", "club", "shop");

    private static final Set<String> PUBS = Set.of("pub", "bar", "biergarten");
    private static final Set<String> NO = Set.of("no", "false", "0");
    private static final Set<String> NOT_IN_USE =
            Set.of("no", "vacant", "disused", "abandoned", "closed", "empty", "former");

    /** Always closed; a comment in quotes may follow. */
    private static final Pattern NEVER_OPEN = Pattern.compile(
            "(24/7\\s+|Mo-Su\\s*(,\\s*PH\\s*)?(00:00-24:00\\s+)?)?(permanently\\s+)?(closed|off)"
                    + "(\\s+(permanently|down|for good))?\\s*(\"[^\"]*\")?\\s*;?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FOR_A_WHILE = Pattern.compile(
            "tempor|refurb|renovat|repair|covid|corona|until|till|re-?open|season|winter|summer|holiday|flood",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CLOSED_NAME = Pattern.compile(
            ".*[(\\[]\\s*((permanently|now)\\s+)?(closed|disused|shut)(\\s+(permanently|down|for good))?\\s*[)\\]]\\s*"
                    + "|.*\\s[-\u2013\u2014]\\s+(permanently\\s+)?closed(\\s+(permanently|down|for good))?\\s*"
                    + "|(permanently\\s+)?closed\\s*([-\u2013\u2014]\\s|:).*",
            Pattern.CASE_INSENSITIVE);

    private OsmLifecycle() {}

    /** What says that the place has closed for good, in words; empty if it is open, or closed for a while. */
    static Optional<String> closedBecause(RecordFields tags, LocalDate today) {
        Optional<String> tag = Stream.of(flag(tags), formerKind(tags), unusedKind(tags), neverOpen(tags))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> ended(tags, today));
        if (tag.isEmpty() && CLOSED_NAME.matcher(tags.text("name", "")).matches()) {
            return Optional.of("its name says so");
        }
        return tag.map(key -> "the tag " + key + " says so");
    }

    /** The name that a place once had, or null. */
    static @Nullable String formerName(RecordFields tags) {
        return Stream.concat(PREFIXES.stream().map(prefix -> prefix + "name"), Stream.of("old_name:en"))
                .filter(tags::has)
                .map(tags::needed)
                .findFirst()
                .orElse(null);
    }

    /** Whether a tag of this name says what a place once was. */
    static boolean isFormerKind(String key) {
        return PREFIXES.stream()
                .anyMatch(prefix -> key.startsWith(prefix) && KINDS.contains(key.substring(prefix.length())));
    }

    private static Optional<String> flag(RecordFields tags) {
        return FLAGS.stream()
                .filter(flag -> values(tags, flag).anyMatch(value -> value.equals("yes") || PUBS.contains(value)))
                .findFirst();
    }

    /**
     * A place that was a pub has closed unless it is one still or again, whatever the house is now. A place that was
     * something else has closed unless it is of any use now.
     */
    private static Optional<String> formerKind(RecordFields tags) {
        boolean pubNow = values(tags, "amenity").anyMatch(PUBS::contains);
        boolean inUse = KINDS_IN_USE.stream()
                .flatMap(kind -> values(tags, kind))
                .anyMatch(value -> !NOT_IN_USE.contains(value));
        return PREFIXES.stream()
                .flatMap(prefix -> KINDS.stream().map(prefix::concat))
                .filter(key -> values(tags, key).anyMatch(value -> !NO.contains(value)))
                .filter(key -> values(tags, key).anyMatch(PUBS::contains) ? !pubNow : !inUse)
                .findFirst();
    }

    private static Optional<String> unusedKind(RecordFields tags) {
        boolean inUse = KINDS_IN_USE.stream()
                .flatMap(kind -> values(tags, kind))
                .anyMatch(value -> !NOT_IN_USE.contains(value));
        return inUse
                ? Optional.empty()
                : KINDS_IN_USE.stream().filter(tags::has).findFirst();
    }

    private static Optional<String> neverOpen(RecordFields tags) {
        String hours = tags.text("opening_hours", "").strip();
        boolean never = NEVER_OPEN.matcher(hours).matches()
                && !FOR_A_WHILE.matcher(hours).find();
        return never ? Optional.of("opening_hours") : Optional.empty();
    }

    private static Optional<String> ended(RecordFields tags, LocalDate today) {
        LocalDate last = lastDay(tags.text("end_date", "").strip());
        return last != null && last.isBefore(today) ? Optional.of("end_date") : Optional.empty();
    }

    /** The last day that a date means which may lack its day or its month; null for anything vaguer. */
    private static @Nullable LocalDate lastDay(String date) {
        try {
            return switch (date.length()) {
                case 4 -> Year.parse(date).atMonth(12).atEndOfMonth();
                case 7 -> YearMonth.parse(date).atEndOfMonth();
                default -> LocalDate.parse(date);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Stream<String> values(RecordFields tags, String key) {
        return tags.list(key).stream().map(value -> value.toLowerCase(Locale.ROOT));
    }
}
