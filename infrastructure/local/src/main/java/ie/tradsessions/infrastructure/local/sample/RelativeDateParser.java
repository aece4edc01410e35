package ie.tradsessions.infrastructure.local.sample;

import ie.tradsessions.infrastructure.local.importing.DateParser;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code -6d} as six days ago and {@code +3w} as in three weeks; other dates as they stand. */
record RelativeDateParser(LocalDate today) implements DateParser {
    private static final Pattern TOKEN = Pattern.compile("([+-]\\d{1,4})([dw])");

    /** @param dates several separated by semicolons */
    static boolean isRelative(String dates) {
        return Stream.of(dates.split(";", -1))
                .anyMatch(date -> TOKEN.matcher(date.strip()).matches());
    }

    @Override
    public LocalDate read(String field, String text) {
        Matcher token = TOKEN.matcher(text.strip());
        if (!token.matches()) {
            return DateParser.ISO.read(field, text);
        }
        int distance = Integer.parseInt(token.group(1));
        return token.group(2).equals("d") ? today.plusDays(distance) : today.plusWeeks(distance);
    }
}
