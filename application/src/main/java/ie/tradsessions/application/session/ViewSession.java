package ie.tradsessions.application.session;

import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Shows a session with everything that its page needs. */
public final class ViewSession {
    private static final int NIGHTS = 8;

    private final SessionPages pages;
    private final InstantSource clock;

    public ViewSession(SessionPages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param nights the next eight, tonight's included, cancelled ones among them
     * @param past the last eight, oldest first
     */
    public record View(
            SessionPage page, List<Occurrence> nights, List<PastNight> past, SignsOfLife signs, Freshness freshness) {}

    public record PastNight(LocalDate date, OccurrenceStatus status, Confirmations confirmations) {}

    public Optional<View> view(SessionId id) {
        return pages.session(id).map(this::asItStands);
    }

    private View asItStands(SessionPage page) {
        Session session = page.session();
        Timetable timetable = session.timetable();
        ZoneId zone = page.venue().timeZone();
        LocalDate tonight = Timetable.nightOf(clock.instant(), zone);
        SignsOfLife signs =
                page.feedback().signs(session.shared().at().atZone(zone).toLocalDate());
        List<PastNight> past = timetable.datesBefore(tonight, NIGHTS).stream()
                .map(date -> new PastNight(
                        date, timetable.statusOf(date), page.feedback().confirmations(date)))
                .toList();
        return new View(
                page, timetable.next(tonight, NIGHTS, zone), past, signs, Freshness.of(timetable, signs, tonight));
    }
}
