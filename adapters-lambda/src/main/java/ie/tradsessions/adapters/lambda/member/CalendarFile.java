package ie.tradsessions.adapters.lambda.member;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Geo;
import biweekly.property.Status;
import ie.tradsessions.application.member.ViewCalendar;
import ie.tradsessions.application.search.SessionCard;
import ie.tradsessions.application.search.VenueSummary;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nights of sessions as a calendar (RFC 5545), each an event of its own, timed in UTC. */
final class CalendarFile {
    private static final String PRODUCT = "-//TradSessions//Sessions of a member//EN";
    private static final String DOMAIN = "tradsessions";

    /** Where nobody has said when a night ends. */
    private static final Duration USUAL_LENGTH = Duration.ofHours(2);

    private static final biweekly.util.Duration REFRESH =
            biweekly.util.Duration.builder().hours(6).build();

    private CalendarFile() {}

    static String of(ViewCalendar.View view, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.setName("TradSessions");
        calendar.setRefreshInterval(REFRESH);
        for (ViewCalendar.Entry entry : view.sessions()) {
            entry.nights().forEach(night -> calendar.addEvent(event(entry.session(), night, now)));
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(SessionCard session, Occurrence night, Instant now) {
        OccurrenceStatus status = night.status();
        VenueSummary venue = venue(session, status);
        ZonedDateTime end = night.end();
        Instant start = night.start().toInstant();
        VEvent event = new VEvent();
        // The same night keeps its identifier when it is moved or cancelled.
        event.setUid(session.id() + "-" + night.date() + "@" + DOMAIN);
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(start), true);
        event.setDateEnd(Date.from(end == null ? start.plus(USUAL_LENGTH) : end.toInstant()), true);
        event.setSummary(heading(session));
        event.setLocation(Stream.of(venue.name(), venue.town())
                .filter(text -> text != null)
                .collect(Collectors.joining(", ")));
        event.setGeo(new Geo(venue.location().latitude(), venue.location().longitude()));
        event.setStatus(status instanceof OccurrenceStatus.Cancelled ? Status.cancelled() : Status.confirmed());
        @Nullable String note = status.note();
        if (note != null) {
            event.setDescription(note);
        }
        return event;
    }

    private static VenueSummary venue(SessionCard session, OccurrenceStatus status) {
        @Nullable VenueId to = status instanceof OccurrenceStatus.Moved moved ? moved.to() : null;
        VenueSummary other = to == null ? null : session.movedTo().get(to);
        return other == null ? session.venue() : other;
    }

    private static String heading(SessionCard session) {
        String own = session.name();
        return own == null ? session.venue().name() : own;
    }
}
