package ie.tradsessions.application.session;

import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it stands at one moment.
 *
 * @param nights those of the coming seven days, tonight's included; where there are none, the first after; cancelled
 *     ones among them
 * @param distanceMetres from where somebody asked, or null where nobody did
 */
public record Listing(
        SessionCard card,
        List<Occurrence> nights,
        Freshness freshness,
        @Nullable Double distanceMetres) {
    private static final int DAYS = 7;

    /** Of a card that nobody asks the distance of. */
    public static Listing at(Instant now, SessionCard card) {
        return at(now, card, null);
    }

    static Listing at(Instant now, SessionCard card, @Nullable GeoPoint from) {
        ZoneId zone = card.venue().timeZone();
        LocalDate tonight = Night.of(now, zone);
        List<Occurrence> nights = card.timetable().between(tonight, tonight.plusDays(DAYS - 1), zone);
        if (nights.isEmpty()) {
            nights = card.timetable().next(tonight, 1, zone);
        }
        return new Listing(
                card,
                nights,
                Freshness.of(card.timetable(), card.signs(), tonight)
                        .atVenue(card.venue().closed()),
                from == null ? null : from.metresTo(card.venue().location()));
    }
}
