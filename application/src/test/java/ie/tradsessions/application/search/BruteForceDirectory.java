package ie.tradsessions.application.search;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.Rank;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.search.SearchText;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What a directory should answer, worked out by looking at every session: slow, and too simple to be wrong. */
final class BruteForceDirectory {
    private final Map<VenueId, Venue> venues = new HashMap<>();
    private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
    private final Map<SessionId, Feedback> feedbacks = new HashMap<>();

    void put(Venue venue) {
        venues.put(venue.id(), venue);
    }

    void put(Session session) {
        sessions.put(session.id(), session);
    }

    void put(Feedback feedback) {
        feedbacks.put(feedback.session(), feedback);
    }

    void put(GeneratedSessions generated) {
        generated.venues().forEach(this::put);
        generated.sessions().forEach(this::put);
        generated.feedbacks().forEach(this::put);
    }

    List<SessionCard> find(SessionQuery query, Instant now) {
        List<Session> found = new ArrayList<>(sessions.values().stream()
                .filter(session -> matches(session, query, now))
                .toList());
        switch (query.order()) {
            case RANK -> sort(found, session -> -Rank.of(feedback(session).ratings(), signs(session)));
            case DISTANCE -> sort(found, session -> metres(Objects.requireNonNull(query.near()), venue(session)));
            case NEXT -> sort(found, session -> nextStart(session, now));
            case NAME ->
                sort(
                        found,
                        session -> FoldedText.fold(
                                session.name() != null
                                        ? session.name()
                                        : venue(session).name()));
        }
        return found.stream().map(this::card).toList();
    }

    private static <K extends Comparable<K>> void sort(List<Session> sessions, Function<Session, K> key) {
        Map<SessionId, K> keys = new HashMap<>();
        sessions.forEach(session -> keys.put(session.id(), key.apply(session)));
        sessions.sort(Comparator.comparing((Session session) -> Objects.requireNonNull(keys.get(session.id())))
                .thenComparing(Session::id));
    }

    private boolean matches(Session session, SessionQuery query, Instant now) {
        Venue venue = venue(session);
        Timetable timetable = session.timetable();
        return !session.isTakenDown()
                && (query.near() == null
                        || metres(query.near(), venue) <= query.near().radiusMetres())
                && (query.box() == null || query.box().contains(venue.location()))
                && (query.county() == null || query.county() == venue.place().county())
                && (query.country() == null
                        || query.country().equals(venue.place().country()))
                && (query.town() == null || isTown(query.town(), venue.place().town()))
                && (query.days().isEmpty()
                        || timetable.schedule().recurrence().weekdays().stream().anyMatch(query.days()::contains))
                && (query.island() == null || venue.place().county() != null)
                && (query.night() == null
                        || timetable.hasNightOn(dateOf(query.night(), Night.of(now, venue.timeZone()))))
                && (query.paces().isEmpty()
                        || query.paces().contains(session.etiquette().pace()))
                && (query.admissions().isEmpty()
                        || query.admissions().contains(session.etiquette().admission()))
                && (query.focuses().isEmpty()
                        || query.focuses().contains(session.etiquette().focus()))
                && Freshness.of(timetable, signs(session), Night.of(now, venue.timeZone())) != Freshness.ENDED
                && (query.text() == null || says(session, venue, query.text()));
    }

    private static LocalDate dateOf(WhichNight night, LocalDate tonight) {
        return night instanceof WhichNight.Of(var date) ? date : tonight;
    }

    private Instant nextStart(Session session, Instant now) {
        var zone = venue(session).timeZone();
        // No schedule that is generated pauses for longer than two years.
        var today = now.atZone(zone).toLocalDate();
        return session.timetable().between(today.minusDays(2), today.plusYears(2), zone).stream()
                .filter(night -> !(night.status() instanceof OccurrenceStatus.Cancelled))
                .map(night -> night.start().toInstant())
                .filter(start -> !start.isBefore(now))
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static boolean isTown(String wanted, String town) {
        return town != null && FoldedText.fold(wanted).equals(FoldedText.fold(town));
    }

    private static boolean says(Session session, Venue venue, String text) {
        Set<String> terms = new HashSet<>();
        if (session.name() != null) {
            terms.addAll(FoldedText.terms(session.name()));
        }
        venue.names().forEach(name -> terms.addAll(FoldedText.terms(name)));
        if (venue.place().town() != null) {
            terms.addAll(FoldedText.terms(venue.place().town()));
        }
        if (venue.place().region() != null) {
            terms.addAll(FoldedText.terms(venue.place().region()));
        }
        County county = venue.place().county();
        if (county != null) {
            terms.addAll(FoldedText.terms(county.englishName()));
            terms.addAll(FoldedText.terms(county.irishName()));
            county.aliases().forEach(alias -> terms.addAll(FoldedText.terms(alias)));
        }
        return SearchText.of(text).isFound(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }

    /** What the page of a venue shows, in the order of identifiers; also what has ended. */
    List<SessionCard> at(VenueId venue) {
        return sessions.values().stream()
                .filter(session -> session.venue().equals(venue) && !session.isTakenDown())
                .sorted(Comparator.comparing(Session::id))
                .map(this::card)
                .toList();
    }

    SessionCard card(Session session) {
        Map<VenueId, VenueSummary> movedTo = new HashMap<>();
        for (OccurrenceStatus status : session.timetable().changes().values()) {
            if (status instanceof OccurrenceStatus.Moved moved && moved.to() != null) {
                movedTo.put(moved.to(), VenueSummary.of(Objects.requireNonNull(venues.get(moved.to()))));
            }
        }
        return SessionCard.of(session, venue(session), feedback(session), movedTo);
    }

    private Venue venue(Session session) {
        return Objects.requireNonNull(venues.get(session.venue()));
    }

    private Feedback feedback(Session session) {
        return feedbacks.getOrDefault(session.id(), Feedback.none(session.id()));
    }

    private SignsOfLife signs(Session session) {
        return feedback(session)
                .signs(session.shared().at().atZone(venue(session).timeZone()).toLocalDate(), session.timetable());
    }

    private static double metres(Nearby near, Venue venue) {
        return near.point().metresTo(venue.location());
    }
}
