package ie.tradsessions.application.search;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Island;
import ie.tradsessions.domain.search.SearchText;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Queries as people put them, and in every combination that they do not. The same seed gives the same ones. */
public final class GeneratedQueries {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final GeneratedSessions sessions;
    private final Random random;

    public GeneratedQueries(GeneratedSessions sessions, long seed) {
        this.sessions = sessions;
        random = new Random(seed);
    }

    public SessionQuery next() {
        // Few conditions at a time, else nothing would ever match.
        double share = random.nextDouble() * 0.35;
        Nearby near = chance(share) ? new Nearby(point(), one(List.of(0.5, 5.0, 25.0, 80.0, 200.0))) : null;
        SessionOrder order = one(List.of(SessionOrder.values()));
        return SessionQuery.builder()
                .near(near)
                .box(chance(share) ? box() : null)
                .county(chance(share) ? one(Town.OF_IRELAND).county() : null)
                .country(chance(share) ? town().country() : null)
                .town(chance(share) ? spelled(town().name()) : null)
                .text(chance(share) ? text() : null)
                .days(chance(share) ? some(DayOfWeek.values()) : Set.of())
                .island(chance(share) ? Island.IRELAND : null)
                .night(chance(share) ? night() : null)
                .paces(chance(share) ? some(Pace.values()) : Set.of())
                .admissions(chance(share) ? some(Admission.values()) : Set.of())
                .focuses(chance(share) ? some(Focus.values()) : Set.of())
                .order(order == SessionOrder.DISTANCE && near == null ? SessionOrder.RANK : order)
                .build();
    }

    private GeoPoint point() {
        GeoPoint somewhere = chance(0.5) ? one(sessions.venues()).location() : town().location();
        return chance(0.3)
                ? somewhere
                : new GeoPoint(
                        Math.clamp(somewhere.latitude() + random.nextGaussian() * 0.2, -90, 90),
                        Math.clamp(somewhere.longitude() + random.nextGaussian() * 0.3, -180, 180));
    }

    private BoundingBox box() {
        GeoPoint corner = point();
        double height = 0.01 + random.nextDouble() * 4;
        double width = 0.01 + random.nextDouble() * 6;
        double south = Math.clamp(corner.latitude() - height / 2, -90, 89);
        double east = corner.longitude() + width;
        return new BoundingBox(corner.longitude(), south, east > 180 ? east - 360 : east, Math.min(90, south + height));
    }

    private String text() {
        Venue venue = one(sessions.venues());
        String text = switch (random.nextInt(6)) {
            case 0 -> one(venue.names());
            case 1 -> String.valueOf(venue.place().town());
            case 2 -> one(Town.OF_IRELAND).county().irishName();
            case 3 -> "Co. " + one(Town.OF_IRELAND).county().englishName();
            case 4 -> venue.name() + " " + venue.place().town();
            default -> "session";
        };
        String typed = chance(0.5) ? spelled(text) : text.substring(0, random.nextInt(1, text.length() + 1));
        return SearchText.of(typed).isEmpty() ? "session" : typed;
    }

    private WhichNight night() {
        return chance(0.3) ? new WhichNight.Tonight() : new WhichNight.Of(TODAY.plusDays(random.nextInt(-10, 40)));
    }

    private String spelled(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.replace('\'', '\u2019').replace("\u00ed", "i");
            case 2 -> " the " + text;
            default -> text;
        };
    }

    private Town town() {
        return chance(0.7) ? one(Town.OF_IRELAND) : one(Town.OF_ELSEWHERE);
    }

    private boolean chance(double of) {
        return random.nextDouble() < of;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> Set<T> some(T[] all) {
        return Set.copyOf(List.of(one(List.of(all)), one(List.of(all))));
    }
}
