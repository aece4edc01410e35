package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A time of day as people write it: 21:30, 21.30, 21h30, 2130, 9:30 PM, 9.30pm, 9pm. */
final class WrittenTime {
    private static final Pattern HALF_OF_DAY = Pattern.compile("\\s*\\b?([ap])\\.? ?m\\.?$", Pattern.CASE_INSENSITIVE);

    /** Of an evening that ends, and of a night that a session begins: both are the next day's first minute. */
    private static final Pattern END_OF_DAY = Pattern.compile("24[:.h]?00(:00)?|midnight", Pattern.CASE_INSENSITIVE);

    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "H:mm[:ss]", "H.mm", "H'h'[mm]", "HHmm", "h:mm[:ss]a", "h.mma", "ha")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private WrittenTime() {}

    /** @throws InvalidValue naming the field, if the text is no time of day */
    static LocalTime read(String field, String text) {
        if (END_OF_DAY.matcher(text).matches()) {
            return LocalTime.MIDNIGHT;
        }
        if (text.equalsIgnoreCase("noon")) {
            return LocalTime.NOON;
        }
        String halfOfDay = HALF_OF_DAY.matcher(text).replaceFirst("$1m");
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalTime.parse(halfOfDay, form);
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        throw new InvalidValue(field, "a time of day such as 21:30 or 9:30 PM");
    }
}
