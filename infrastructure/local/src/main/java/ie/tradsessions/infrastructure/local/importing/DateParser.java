package ie.tradsessions.infrastructure.local.importing;

import ie.tradsessions.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalDate;

/** How a file writes dates. */
@FunctionalInterface
public interface DateParser {
    DateParser ISO = (field, text) -> {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "a date such as 2026-11-24");
        }
    };

    /** Any form that can be read in one way only. */
    DateParser UNAMBIGUOUS = WrittenDate::read;

    /** @throws InvalidValue naming the field, if the text is no date */
    LocalDate read(String field, String text);
}
