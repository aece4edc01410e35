package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as people and spreadsheets write it, of which they have several ways. What two people would read as two dates
 * is refused.
 */
final class WrittenDate {
    /** ISO 8601, also without hyphens or with other signs, and with the midnight that spreadsheets add. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))(?:[T ]00:00(?::00)?)?");

    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/. ] ?(\\d{1,2}|\\p{L}{3,})[-/. ] ?'?\\d{2}");

    /** What may be left out of "Fri., Dec. 25th, 2026" and "the 25-Dec-2026". */
    private static final Pattern TRIMMINGS =
            Pattern.compile("(?<=\\d)(st|nd|rd|th)\\b|[.,-]|\\b(of|the)\\b", Pattern.CASE_INSENSITIVE);

    private static final List<DateTimeFormatter> WITH_NAMES = Stream.of(Locale.ENGLISH, Locale.of("ga"))
            .flatMap(language -> Stream.of("d MMMM uuuu", "d MMM uuuu", "MMMM d uuuu", "MMM d uuuu")
                    .map(pattern -> new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern("[EEEE ][EEE ]" + pattern)
                            .toFormatter(language)
                            .withResolverStyle(ResolverStyle.STRICT)))
            .toList();

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private WrittenDate() {}

    /** @throws InvalidValue naming the field, if the text is no date, or may be two */
    static LocalDate read(String field, String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher yearLast = YEAR_LAST.matcher(text);
        Optional<LocalDate> date;
        if (yearFirst.matches()) {
            date = yearFirst.group(2) == null
                    ? date(yearFirst.group(1), yearFirst.group(5), yearFirst.group(6))
                    : date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        } else if (yearLast.matches()) {
            date = dayOrMonthFirst(field, text, yearLast.group(4), yearLast.group(1), yearLast.group(3));
        } else if (SHORT_YEAR.matcher(text).matches()) {
            throw new InvalidValue(field, "a date with a year of four digits, such as 2026-11-24");
        } else {
            date = withNames(text);
        }
        return CalendarYears.checked(
                field, date.orElseThrow(() -> new InvalidValue(field, "a date such as 2026-11-24")));
    }

    private static Optional<LocalDate> dayOrMonthFirst(
            String field, String text, String year, String first, String second) {
        Optional<LocalDate> dayFirst = date(year, second, first);
        Optional<LocalDate> monthFirst = date(year, first, second);
        if (dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            LocalDate one = dayFirst.get();
            LocalDate other = monthFirst.get();
            throw new InvalidValue(
                    field,
                    "a date that is one only; " + text + " may be " + SPOKEN.format(one) + " or " + SPOKEN.format(other)
                            + ": write " + one + " or " + other);
        }
        return dayFirst.or(() -> monthFirst);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> withNames(String text) {
        String bare = TRIMMINGS
                .matcher(text)
                .replaceAll(" ")
                .replaceAll("(?i)\\bsept\\b", "Sep")
                .strip()
                .replaceAll("\\s+", " ");
        for (DateTimeFormatter form : WITH_NAMES) {
            try {
                return Optional.of(LocalDate.parse(bare, form));
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        return Optional.empty();
    }
}
