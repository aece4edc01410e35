package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Cards and venues: likely ones, and the strangest that the domain allows. */
final class Cards {
    private static final List<String> LETTERS =
            List.of("a", "\u00c1", " ", "'", "\u2019", "\ud834\udd1e", "\u65e5", "n\u0308", "-", "z", "\u00a0");

    private Cards() {}

    static List<SessionCard> of(GeneratedSessions generated) {
        Map<VenueId, Venue> venues = generated.venues().stream().collect(Collectors.toMap(Venue::id, venue -> venue));
        Map<SessionId, Feedback> feedbacks =
                generated.feedbacks().stream().collect(Collectors.toMap(Feedback::session, feedback -> feedback));
        return generated.sessions().stream()
                .map(session -> {
                    Map<VenueId, VenueSummary> movedTo = new HashMap<>();
                    session.timetable().changes().values().forEach(status -> {
                        if (status instanceof OccurrenceStatus.Moved(var to, var at, var note) && to != null) {
                            movedTo.put(to, VenueSummary.of(venues.get(to)));
                        }
                    });
                    return SessionCard.of(
                            session,
                            venues.get(session.venue()),
                            feedbacks.getOrDefault(session.id(), Feedback.none(session.id())),
                            movedTo);
                })
                .toList();
    }

    static Arbitrary<SessionCard> strange() {
        return Arbitraries.randomValue(random -> new Strange(random).card());
    }

    static Arbitrary<Venue> strangeVenues() {
        return Arbitraries.randomValue(random -> new Strange(random).venue());
    }

    private static final class Strange {
        private final Random random;

        Strange(Random random) {
            this.random = random;
        }

        SessionCard card() {
            Map<VenueId, VenueSummary> movedTo = new HashMap<>();
            for (int i = chance() ? 0 : random.nextInt(4); i > 0; i--) {
                VenueSummary venue = VenueSummary.of(venue());
                movedTo.put(venue.id(), venue);
            }
            Set<Dance> dances = chance() ? Set.of() : Set.of(one(Dance.values()));
            return new SessionCard(
                    new SessionId(Identifier.random(random)),
                    chance() ? null : text(120),
                    VenueSummary.of(venue()),
                    timetable(List.copyOf(movedTo.keySet())),
                    new Etiquette(
                            one(Admission.values()),
                            one(Leadership.values()),
                            one(Pace.values()),
                            one(Focus.values()),
                            random.nextInt(8) == 0 ? Set.of(Dance.values()) : dances),
                    new SignsOfLife(date(), chance() ? null : date(), count(), chance() ? null : instant(), chance()),
                    new RatingSummary(List.of(count(), count(), count(), count(), count())),
                    movedTo,
                    chance());
        }

        Venue venue() {
            List<String> otherNames = new ArrayList<>();
            List<Source> sources = new ArrayList<>();
            for (int i = chance() ? 0 : random.nextInt(10); i > 0; i--) {
                otherNames.add(text(120));
                sources.add(new Source(text(60), text(200)));
            }
            return new Venue(
                    new VenueId(Identifier.random(random)),
                    text(120),
                    chance() ? null : text(120),
                    otherNames,
                    place(),
                    point(),
                    zone(),
                    chance() ? null : URI.create("HTTPS://bar-" + count() + ".example/%C3%A9/\u00e9?q=1#x"),
                    chance() ? null : text(40),
                    sources,
                    chance());
        }

        private Place place() {
            County county = chance() ? null : one(County.values());
            Country country = county == null
                    ? new Country(one(List.of("GB", "US", "AD", "ZW", "JP")))
                    : Place.in(county, null).country();
            return new Place(
                    chance() ? null : text(200),
                    chance() ? null : text(100),
                    county,
                    chance() ? null : text(100),
                    country,
                    country.equals(Country.IRELAND) && chance());
        }

        private GeoPoint point() {
            return switch (random.nextInt(4)) {
                case 0 -> new GeoPoint(one(List.of(90.0, -90.0, 0.0, -0.0)), one(List.of(180.0, -180.0, 0.0)));
                case 1 -> new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
                case 2 -> new GeoPoint(Double.MIN_VALUE, -Math.nextDown(180.0));
                default ->
                    new GeoPoint(
                            (random.nextInt(1_800_000_001) - 900_000_000) / 1e7,
                            (random.nextLong(3_600_000_001L) - 1_800_000_000) / 1e7);
            };
        }

        private ZoneId zone() {
            return ZoneId.of(one(List.of(
                    "Europe/Dublin", "Europe/London", "Europe/Warsaw", "Asia/Kolkata", "UTC", "Z", "+05:45", "GMT+2")));
        }

        private Timetable timetable(List<VenueId> venues) {
            Schedule schedule = new Schedule(
                    recurrence(),
                    time(),
                    chance() ? null : time(),
                    chance() ? null : new Season(one(Month.values()), one(Month.values())));
            Timetable timetable = new Timetable(schedule, new TreeMap<>(), chance() ? null : date());
            for (int i = chance() ? 0 : random.nextInt(30); i > 0; i--) {
                LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));
                LocalDate night = schedule.recurrence() instanceof Recurrence.Irregular
                        ? from
                        : schedule.onOrAfter(from).orElse(null);
                if (night != null) {
                    timetable = timetable.with(night, status(venues));
                }
            }
            return timetable;
        }

        private OccurrenceStatus status(List<VenueId> venues) {
            VenueId to = venues.isEmpty() || chance() ? null : one(venues);
            String note = chance() ? null : text(200);
            return switch (random.nextInt(3)) {
                case 0 -> new OccurrenceStatus.Scheduled();
                case 1 -> new OccurrenceStatus.Cancelled(note);
                default -> new OccurrenceStatus.Moved(to, to != null && chance() ? null : time(), note);
            };
        }

        private Recurrence recurrence() {
            DayOfWeek day = one(DayOfWeek.values());
            return switch (random.nextInt(5)) {
                case 0 -> new Recurrence.Weekly(chance() ? Set.of(DayOfWeek.values()) : Set.of(day));
                case 1 -> new Recurrence.EveryNWeeks(random.nextInt(2, 53), near(), day);
                case 2 ->
                    new Recurrence.NthWeekdayOfMonth(
                            chance() ? Set.of(Ordinal.values()) : Set.of(one(Ordinal.values())), day);
                case 3 -> {
                    Set<LocalDate> dates = new TreeSet<>(List.of(near()));
                    for (int i = random.nextInt(200); i > 0; i--) {
                        dates.add(chance() ? near() : date());
                    }
                    yield new Recurrence.Dates(List.copyOf(dates));
                }
                default -> new Recurrence.Irregular(text(200));
            };
        }

        private LocalTime time() {
            return LocalTime.of(random.nextInt(24), random.nextInt(60));
        }

        private LocalDate near() {
            return LocalDate.of(2026, 11, 24).plusDays(random.nextInt(-4000, 4000));
        }

        private LocalDate date() {
            return switch (random.nextInt(8)) {
                case 0 -> LocalDate.MIN;
                case 1 -> LocalDate.MAX;
                case 2 -> LocalDate.EPOCH;
                default -> near();
            };
        }

        private Instant instant() {
            return switch (random.nextInt(6)) {
                case 0 -> Instant.MIN;
                case 1 -> Instant.MAX;
                case 2 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
                default -> Instant.ofEpochSecond(random.nextInt());
            };
        }

        private int count() {
            return switch (random.nextInt(6)) {
                case 0 -> Integer.MAX_VALUE;
                case 1, 2 -> random.nextInt(300);
                default -> 0;
            };
        }

        private String text(int most) {
            StringBuilder text = new StringBuilder("n");
            for (int i = random.nextInt(chance() ? most / 2 : 10); i > 0; i--) {
                text.append(one(LETTERS));
            }
            return text.toString();
        }

        private boolean chance() {
            return random.nextBoolean();
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private <T> T one(T[] some) {
            return some[random.nextInt(some.length)];
        }
    }
}
