package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parsers of single parameters. Each refuses a bad text with an {@link InvalidValue} that says what is allowed. */
public final class ParameterParsers {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DATE = Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int MAX_LENGTH = 100;

    private ParameterParsers() {}

    public static double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new InvalidValue("number", "a number, for example 25 or 7.5");
        }
        return Double.parseDouble(text);
    }

    /** Numbers with commas between them; blanks around each do not matter. Empty where there are more or fewer. */
    public static Optional<double[]> decimals(String text, int count) {
        String[] parts = text.split(",", -1);
        return parts.length == count
                ? Optional.of(Arrays.stream(parts)
                        .map(Parameters::trimmed)
                        .mapToDouble(ParameterParsers::decimal)
                        .toArray())
                : Optional.empty();
    }

    /** A whole number from 1 to {@code max}. */
    public static Function<String, Integer> wholeNumber(int max) {
        return text -> {
            int number = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (number < 1 || number > max) {
                throw new InvalidValue("number", "a whole number, 1 to " + max);
            }
            return number;
        };
    }

    /** A date of the years 2000 to 2199: no session is older, and older time zone offsets have seconds. */
    public static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // There is no such day; refused below.
        }
        throw new InvalidValue("date", "a date from 2000 to 2199, for example 2026-11-26");
    }

    /** A time of day as the clock on the wall shows it, to the minute. */
    public static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new InvalidValue("time", "a time from 00:00 to 23:59, for example 21:30");
        }
        return LocalTime.parse(text);
    }

    public static String line(String text) {
        return Text.line("text", text, MAX_LENGTH);
    }

    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return oneOf(type, Enum::name);
    }

    /** One of some constants under the names that the outside knows; upper and lower case are alike. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type, Function<E, String> name) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> name.apply(constant).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "constant",
                        Arrays.stream(type.getEnumConstants()).map(name).collect(Collectors.joining(", "))));
    }

    public static <E extends Enum<E>> String lowerCase(E constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
