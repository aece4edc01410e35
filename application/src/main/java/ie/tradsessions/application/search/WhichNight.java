package ie.tradsessions.application.search;

import java.time.LocalDate;

/** A night that somebody asks for; see {@link ie.tradsessions.domain.session.Night}. */
public sealed interface WhichNight {
    /** The night of one date. */
    record Of(LocalDate date) implements WhichNight {}

    /** The night that it is now, by the clock of each venue. */
    record Tonight() implements WhichNight {}
}
