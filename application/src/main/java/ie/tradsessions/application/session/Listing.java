package ie.tradsessions.application.session;

import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.PastNights;
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
 *     ones among them; none of a session that has ended, whatever its schedule says
 * @param recentNight the one that those who were there are asked about, or null; see {@link PastNights#recent}
 * @param distanceMetres from where somebody asked, or null where nobody did
 */
public record Listing(
        SessionCard card,
        List<Occurrence> nights,
        Freshness freshness,
        @Nullable LocalDate recentNight,
        @Nullable Double distanceMetres) {
    private static final int DAYS = 7;

    /** The night of which somebody asks whether it is on, while nobody has answered and it is not over; else null. */
    public @Nullable LocalDate askedFor() {
        LocalDate asked = card.signs().askedFor();
        return asked == null
                        || nights.isEmpty()
                        || asked.isBefore(nights.getFirst().date())
                ? null
                : asked;
    }

    /** Of a card that nobody asks the distance of. */
    public static Listing at(Instant now, SessionCard card) {
        return at(now, card, null);
    }

    static Listing at(Instant now, SessionCard card, @Nullable GeoPoint from) {
        LocalDate tonight = Night.of(now, card.venue().timeZone());
        Freshness freshness = Freshness.of(card.timetable(), card.signs(), tonight)
                .atVenue(card.venue().closed(), card.venue().surelyClosed());
        return new Listing(
                card,
                freshness == Freshness.ENDED ? List.of() : nights(card, tonight),
                freshness,
                new PastNights(card.timetable(), card.knownSince()).recent(tonight),
                from == null ? null : from.metresTo(card.venue().location()));
    }

    private static List<Occurrence> nights(SessionCard card, LocalDate tonight) {
        ZoneId zone = card.venue().timeZone();
        List<Occurrence> nights = card.timetable().between(tonight, tonight.plusDays(DAYS - 1), zone);
        return nights.isEmpty() ? card.timetable().next(tonight, 1, zone) : nights;
    }
}
