package ie.tradsessions.application.session;

import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.PastNights;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @param nights the next eight, tonight's included, cancelled ones among them; none of a session that has ended
     * @param past the last eight since the session is known, oldest first
     * @param names of the members whom the session names, as far as they have one
     */
    public record View(
            SessionPage page,
            Venue venue,
            Map<VenueId, VenueSummary> movedTo,
            List<Occurrence> nights,
            List<PastNight> past,
            @Nullable LocalDate recentNight,
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
                    page.feedback().signs(session.shared().at().atZone(zone).toLocalDate(), timetable);
            PastNights known = PastNights.of(
                    timetable,
                    Night.of(session.shared().at(), zone),
                    page.feedback().firstNight());
            List<PastNight> past = known.last(NIGHTS, tonight).stream()
                    .map(date -> new PastNight(
                            date, timetable.statusOf(date), page.feedback().confirmations(date)))
                    .toList();
            Freshness freshness = Freshness.of(timetable, signs, tonight)
                    .atVenue(found.venue().closed() != null, found.venue().isSurelyClosed());
            return new View(
                    page,
                    found.venue(),
                    found.movedTo(),
                    freshness == Freshness.ENDED ? List.of() : timetable.next(tonight, NIGHTS, zone),
                    past,
                    known.recent(tonight),
                    signs,
                    freshness,
                    names.of(membersOf(page)));
        }

        /** The last question whether it is on, while its night is not over; else null. */
        public @Nullable Question question() {
            Question asked = page.feedback().question();
            return asked == null
                            || nights.isEmpty()
                            || asked.night().isBefore(nights.getFirst().date())
                    ? null
                    : asked;
        }

        private static Set<MemberId> membersOf(SessionPage page) {
            Session session = page.session();
            Feedback feedback = page.feedback();
            List<Author> authors = new ArrayList<>();
            authors.add(session.shared().by());
            if (feedback.lastWord() != null) {
                authors.add(feedback.lastWord().by());
            }
            Question.Answer answer =
                    feedback.question() == null ? null : feedback.question().answer();
            if (answer != null) {
                authors.add(answer.by());
            }
            feedback.gone().forEach(claim -> authors.add(claim.by()));
            page.newest().forEach(review -> authors.add(review.author()));
            Set<MemberId> members = new HashSet<>();
            for (Author author : authors) {
                if (author instanceof Author.Member(var id)) {
                    members.add(id);
                }
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
