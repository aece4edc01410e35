package ie.tradsessions.domain.session;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The nights of a session: what its schedule says, what somebody changed about single nights, and the end of it all.
 *
 * @param changes nights that are not as the schedule says, by date: cancelled, moved or, where the session is
 *     irregular, announced; at most {@value #MAX_CHANGES}, with at most {@value #MAX_NOTES} characters of notes
 *     altogether, to at most {@value #MAX_VENUES} other venues: all of it is shown wherever the session is
 * @param endedOn the date from which there are no more nights, or null while it goes on
 */
public record Timetable(
        Schedule schedule,
        NavigableMap<LocalDate, OccurrenceStatus> changes,
        @Nullable LocalDate endedOn) {
    private static final int MAX_CHANGES = 200;
    private static final int MAX_NOTES = 8_000;
    private static final int MAX_VENUES = 20;

    public Timetable {
        for (var change : changes.entrySet()) {
            CalendarYears.checked("changes.date", change.getKey());
            checkChange(schedule, change.getKey(), change.getValue());
        }
        if (endedOn != null) {
            CalendarYears.checked("endedOn", endedOn);
        }
        if (changes.size() > MAX_CHANGES) {
            throw new InvalidValue("changes", "at most " + MAX_CHANGES + " changed nights");
        }
        if (lengthOfNotes(changes.values()) > MAX_NOTES) {
            throw new InvalidValue("changes", "notes of at most " + MAX_NOTES + " characters altogether");
        }
        if (venuesOf(changes.values()).size() > MAX_VENUES) {
            throw new InvalidValue("changes", "at most " + MAX_VENUES + " other venues");
        }
        changes = Collections.unmodifiableNavigableMap(new TreeMap<>(changes));
    }

    /** @throws InvalidValue if the schedule has no night at all, because its rule never falls in its season */
    public static Timetable of(Schedule schedule) {
        return new Timetable(withNights(schedule), Collections.emptyNavigableMap(), null);
    }

    private static Schedule withNights(Schedule schedule) {
        if (schedule.isEmpty()) {
            throw new InvalidValue("schedule.season", "months in which the rule has a night; it never falls in these");
        }
        return schedule;
    }

    /**
     * Whether something may be said about the night of {@code date}: the session has not ended by then, and the schedule
     * has it or is irregular.
     */
    public boolean mayChange(LocalDate date) {
        boolean goesOn = endedOn == null || date.isBefore(endedOn);
        return goesOn && (schedule.recurrence() instanceof Recurrence.Irregular || schedule.includes(date));
    }

    /**
     * This timetable with one night set. A night set to {@code Scheduled} is again as the schedule says.
     *
     * @throws InvalidValue if the session has no night on {@code date}
     */
    public Timetable with(LocalDate date, OccurrenceStatus status) {
        NavigableMap<LocalDate, OccurrenceStatus> changed = new TreeMap<>(changes);
        if (status instanceof OccurrenceStatus.Scheduled && !(schedule.recurrence() instanceof Recurrence.Irregular)) {
            checkChange(schedule, date, new OccurrenceStatus.Cancelled(null));
            changed.remove(date);
        } else {
            changed.put(date, status);
        }
        return new Timetable(schedule, changed, endedOn);
    }

    /**
     * Another schedule; what was said of nights that it does not have is dropped.
     *
     * @throws InvalidValue as {@link #of} does
     */
    public Timetable with(Schedule other) {
        NavigableMap<LocalDate, OccurrenceStatus> kept = new TreeMap<>(changes);
        kept.entrySet().removeIf(change -> !fits(other, change.getKey(), change.getValue()));
        return new Timetable(withNights(other), kept, endedOn);
    }

    /** @param date the date from which there are no more nights, or null if it goes on */
    public Timetable withEnd(@Nullable LocalDate date) {
        return new Timetable(schedule, changes, date);
    }

    /** With other identifiers for the venues to which nights are moved. */
    public Timetable withVenues(UnaryOperator<VenueId> identifiers) {
        NavigableMap<LocalDate, OccurrenceStatus> changed = new TreeMap<>(changes);
        changed.replaceAll(
                (date, status) -> status instanceof OccurrenceStatus.Moved(var to, var at, var note) && to != null
                        ? new OccurrenceStatus.Moved(identifiers.apply(to), at, note)
                        : status);
        return new Timetable(schedule, changed, endedOn);
    }

    /** The nights from {@code from} to {@code to}, both included, in order, cancelled ones among them. */
    public List<Occurrence> between(LocalDate from, LocalDate to, ZoneId zone) {
        Collection<LocalDate> dates =
                merged(schedule.between(from, to), inOrder(changes, from, to).keySet());
        List<Occurrence> nights = new ArrayList<>(dates.size());
        for (LocalDate date : dates) {
            if (endedOn == null || date.isBefore(endedOn)) {
                nights.add(occurrence(date, zone));
            }
        }
        return nights;
    }

    /** The first {@code max} nights on or after {@code from}, in order, cancelled ones among them. */
    public List<Occurrence> next(LocalDate from, int max, ZoneId zone) {
        List<Occurrence> nights = new ArrayList<>(max);
        Optional<LocalDate> date = dateOnOrAfter(from);
        while (nights.size() < max && date.isPresent()) {
            nights.add(occurrence(date.get(), zone));
            date = dateOnOrAfter(date.get().plusDays(1));
        }
        return nights;
    }

    /** Whether there is a night on {@code date}, cancelled or not. */
    public boolean hasNightOn(LocalDate date) {
        return dateOnOrAfter(date).filter(date::equals).isPresent();
    }

    /** When the first night begins that is not cancelled and begins at {@code now} or later; empty if none is known. */
    public Optional<Instant> nextToBegin(Instant now, ZoneId zone) {
        Optional<LocalDate> date = dateOnOrAfter(Night.of(now, zone));
        while (date.isPresent()) {
            Occurrence night = occurrence(date.get(), zone);
            Instant start = night.start().toInstant();
            if (!(night.status() instanceof OccurrenceStatus.Cancelled) && !start.isBefore(now)) {
                return Optional.of(start);
            }
            date = dateOnOrAfter(date.get().plusDays(1));
        }
        return Optional.empty();
    }

    /** The first date on or after {@code from} that has a night, cancelled or not. */
    public Optional<LocalDate> dateOnOrAfter(LocalDate from) {
        LocalDate scheduled = schedule.onOrAfter(from).orElse(null);
        LocalDate changed = changes.ceilingKey(from);
        LocalDate first = scheduled == null || (changed != null && changed.isBefore(scheduled)) ? changed : scheduled;
        return first == null || (endedOn != null && !first.isBefore(endedOn)) ? Optional.empty() : Optional.of(first);
    }

    /** The dates of the last {@code max} nights before {@code before}, in order. */
    public List<LocalDate> datesBefore(LocalDate before, int max) {
        LocalDate end = endedOn != null && endedOn.isBefore(before) ? endedOn : before;
        List<LocalDate> dates = List.copyOf(merged(
                schedule.lastBefore(end, max), changes.headMap(end, false).keySet()));
        return dates.subList(Math.max(0, dates.size() - max), dates.size());
    }

    /** Both in one order, each date once. Most timetables have no changes, and need no sorting. */
    private static Collection<LocalDate> merged(List<LocalDate> scheduled, Set<LocalDate> changed) {
        if (changed.isEmpty()) {
            return scheduled;
        }
        Set<LocalDate> all = new TreeSet<>(scheduled);
        all.addAll(changed);
        return all;
    }

    /** How the night of {@code date} stands, as far as anybody has said something else than the schedule. */
    public OccurrenceStatus statusOf(LocalDate date) {
        return changes.getOrDefault(date, new OccurrenceStatus.Scheduled());
    }

    /** Whether the night of {@code date} was called off. */
    public boolean isCalledOff(LocalDate date) {
        return changes.get(date) instanceof OccurrenceStatus.Cancelled;
    }

    /** The other venues to which nights are moved. */
    public Set<VenueId> venuesMovedTo() {
        return venuesOf(changes.values());
    }

    private static Set<VenueId> venuesOf(Collection<OccurrenceStatus> statuses) {
        Set<VenueId> venues = new TreeSet<>();
        for (OccurrenceStatus status : statuses) {
            if (status instanceof OccurrenceStatus.Moved(var to, var at, var note) && to != null) {
                venues.add(to);
            }
        }
        return venues;
    }

    private static int lengthOfNotes(Collection<OccurrenceStatus> statuses) {
        int length = 0;
        for (OccurrenceStatus status : statuses) {
            String note = status.note();
            length += note == null ? 0 : note.codePointCount(0, note.length());
        }
        return length;
    }

    private Occurrence occurrence(LocalDate date, ZoneId zone) {
        OccurrenceStatus status = statusOf(date);
        LocalTime time = status instanceof OccurrenceStatus.Moved(var to, var at, var note) && at != null
                ? at
                : schedule.start();
        LocalDateTime begins = Night.at(date, time);
        ZonedDateTime start = begins.atZone(zone);
        return new Occurrence(date, start, endOf(begins, start), status);
    }

    /** A night that is moved to another time lasts as long as usual, by the clock. */
    private @Nullable ZonedDateTime endOf(LocalDateTime time, ZonedDateTime start) {
        LocalTime usualEnd = schedule.end();
        if (usualEnd == null) {
            return null;
        }
        Duration sameDay = Duration.between(schedule.start(), usualEnd);
        Duration length = sameDay.isPositive() ? sameDay : sameDay.plusDays(1);
        ZonedDateTime end = time.plus(length).atZone(start.getZone());
        // The start may stand in the hour that the clocks leave out, and so come later than the time given.
        return end.isAfter(start) ? end : start.plus(length);
    }

    private static SortedMap<LocalDate, OccurrenceStatus> inOrder(
            NavigableMap<LocalDate, OccurrenceStatus> changes, LocalDate from, LocalDate to) {
        return from.isAfter(to) ? Collections.emptySortedMap() : changes.subMap(from, true, to, true);
    }

    private static boolean fits(Schedule schedule, LocalDate date, OccurrenceStatus status) {
        return schedule.recurrence() instanceof Recurrence.Irregular
                || (schedule.includes(date) && !(status instanceof OccurrenceStatus.Scheduled));
    }

    private static void checkChange(Schedule schedule, LocalDate date, OccurrenceStatus status) {
        if (!fits(schedule, date, status)) {
            throw new InvalidValue("date", "a date on which the session has a night");
        }
    }
}
