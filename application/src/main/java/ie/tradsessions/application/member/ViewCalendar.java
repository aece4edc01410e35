package ie.tradsessions.application.member;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.member.CalendarKey;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the calendar of a member to whoever knows its address: the nights of the coming 60 days of the sessions that the
 * member organises or follows, cancelled ones among them.
 */
public final class ViewCalendar {
    private static final int DAYS = 60;

    private final Members members;
    private final SearchIndex index;
    private final InstantSource clock;

    public ViewCalendar(Members members, SearchIndex index, InstantSource clock) {
        this.members = members;
        this.index = index;
        this.clock = clock;
    }

    /** @param sessions without those that have no night in that time */
    public record View(List<Entry> sessions) {}

    /** @param nights in order */
    public record Entry(SessionCard session, List<Occurrence> nights) {}

    /** Empty where there is no such address, or it was revoked. */
    public Optional<View> view(CalendarKey.Address address) {
        MemberFile file = members.of(address.member(), ReadConsistency.STRONG);
        Profile profile = file.profile();
        CalendarKey key = profile == null ? null : profile.calendarKey();
        return key != null && key.opensWith(address.secret()) ? Optional.of(viewOf(file)) : Optional.empty();
    }

    private View viewOf(MemberFile file) {
        Instant now = clock.instant();
        Index current = index.current();
        Set<SessionId> followed =
                new LinkedHashSet<>(file.activity().value().contributions().organised());
        followed.addAll(file.favourites().value().sessions());
        return new View(followed.stream()
                .flatMap(id -> current.session(id).stream())
                .filter(known -> !known.takenDown())
                .map(known -> new Entry(known.card(), coming(known.card(), now)))
                .filter(entry -> !entry.nights().isEmpty())
                .toList());
    }

    private static List<Occurrence> coming(SessionCard card, Instant now) {
        ZoneId zone = card.venue().timeZone();
        LocalDate tonight = Night.of(now, zone);
        // Those who went say that it is over, or that the venue is gone: nobody shall travel for it.
        if (card.venue().surelyClosed() || Freshness.hasEnded(card.timetable(), card.signs(), tonight)) {
            return List.of();
        }
        return card.timetable().between(tonight, tonight.plusDays(DAYS), zone);
    }
}
