package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.InvalidValue;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number of degrees in figures, with a decimal point or, as in much of Europe, a decimal comma. */
final class WrittenNumber {
    /** The exponent is that of programs, which write 0.00001 as 1.0E-5. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,20}([.,][0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d+([., '\u2019]\\d+){2,}|[+-]?\\d+[ '\u2019]\\d+");

    private WrittenNumber() {}

    static OptionalDouble of(String text) {
        // A minus as printers set it is a minus.
        String plain = text.replace('\u2212', '-');
        return DECIMAL.matcher(plain).matches()
                ? OptionalDouble.of(new BigDecimal(plain.replace(',', '.')).doubleValue())
                : OptionalDouble.empty();
    }

    /** @throws InvalidValue naming the field, if the text is no number */
    static double degrees(String field, String text) {
        return of(text).orElseThrow(() -> {
            String help =
                    GROUPED.matcher(text).matches() ? ", with one decimal sign and no other between its digits" : "";
            return new InvalidValue(field, "a number of degrees such as 53.35" + help);
        });
    }
}
