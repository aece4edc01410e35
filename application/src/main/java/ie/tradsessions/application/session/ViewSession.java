package ie.tradsessions.application.session;

import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Sharer;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Shows a session with everything that its page needs. */
public final class ViewSession {
    private static final int NIGHTS = 8;

    private final SessionLookup sessions;
    private final MemberNames names;
    private final InstantSource clock;

    public ViewSession(SearchIndex index, SessionPages pages, MemberNames names, InstantSource clock) {
        sessions = new SessionLookup(index, pages);
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param movedTo the venues to which nights are moved
     * @param nights the next eight, tonight's included, cancelled ones among them
     * @param past the last eight since the session is known, oldest first
     * @param names of the members whom the session names, as far as they have one
     */
    public record View(
            SessionPage page,
            Venue venue,
            Map<VenueId, VenueSummary> movedTo,
            List<Occurrence> nights,
            List<PastNight> past,
            SignsOfLife signs,
            Freshness freshness,
            Map<MemberId, String> names) {
        static View of(SessionLookup.Found found, MemberNames names, Instant now) {
            SessionPage page = found.page();
            Session session = page.session();
            Timetable timetable = session.timetable();
            ZoneId zone = found.venue().timeZone();
            LocalDate tonight = Night.of(now, zone);
            SignsOfLife signs =
                    page.feedback().signs(session.shared().at().atZone(zone).toLocalDate());
            LocalDate first = firstKnownNight(page, zone);
            List<PastNight> past = timetable.datesBefore(tonight, NIGHTS).stream()
                    .filter(date -> !date.isBefore(first))
                    .map(date -> new PastNight(
                            date, timetable.statusOf(date), page.feedback().confirmations(date)))
                    .toList();
            return new View(
                    page,
                    found.venue(),
                    found.movedTo(),
                    timetable.next(tonight, NIGHTS, zone),
                    past,
                    signs,
                    Freshness.of(timetable, signs, tonight)
                            .atVenue(found.venue().closed() != null),
                    names.of(membersOf(session)));
        }

        /** The night on which it was shared, or an earlier one of which something was said: of others nobody could speak. */
        private static LocalDate firstKnownNight(SessionPage page, ZoneId zone) {
            Session session = page.session();
            LocalDate shared = Night.of(session.shared().at(), zone);
            return Stream.of(page.feedback().nights(), session.timetable().changes())
                    .filter(nights -> !nights.isEmpty())
                    .map(NavigableMap::firstKey)
                    .filter(shared::isAfter)
                    .min(Comparator.naturalOrder())
                    .orElse(shared);
        }

        private static Set<MemberId> membersOf(Session session) {
            Set<MemberId> members = new HashSet<>();
            if (session.shared().by() instanceof Sharer.Member(var id)) {
                members.add(id);
            }
            MemberId organiser = session.organiser();
            if (organiser != null) {
                members.add(organiser);
            }
            return members;
        }
    }

    public record PastNight(LocalDate date, OccurrenceStatus status, Confirmations confirmations) {}

    public Optional<View> view(SessionId id) {
        return sessions.find(id).map(found -> View.of(found, names, clock.instant()));
    }
}
