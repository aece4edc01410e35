package ie.tradsessions.domain.feedback;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.GoneClaim.Role;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a session stands with those who go there: what they said of its nights, what their reviews add up to, whether
 * somebody asks about the next night, and who says that it is gone. It is kept apart from the {@link Session}, so that a
 * player's word never stands in the way of an organiser's edit.
 *
 * @param nights what was said, by the date of the night; the latest {@value #MAX_NIGHTS}
 * @param lastWord who spoke of its nights last, or null where nobody has
 * @param question the last that was asked, or null
 * @param gone who says that it is gone for good, each member once
 */
public record Feedback(
        SessionId session,
        NavigableMap<LocalDate, Confirmations> nights,
        @Nullable LastWord lastWord,
        Tally tally,
        @Nullable Question question,
        List<GoneClaim> gone) {
    static final int MAX_NIGHTS = 104;

    /** So many nights in a row of which players say that it was not on, and a session is taken to have ended. */
    private static final int SILENT_NIGHTS = 3;

    /** So many members say that it is gone, and it is. */
    private static final int ENOUGH_MEMBERS = 2;

    /** More would add nothing. */
    private static final int MAX_CLAIMS = 10;

    public record LastWord(Author by, Instant at) {
        public LastWord {
            CalendarYears.checked("lastWord.at", at);
        }
    }

    public Feedback {
        if (nights.size() > MAX_NIGHTS) {
            throw new InvalidValue("said", "at most " + MAX_NIGHTS + " nights");
        }
        nights.keySet().forEach(night -> CalendarYears.checked("said.date", night));
        nights = Collections.unmodifiableNavigableMap(new TreeMap<>(nights));
        gone = List.copyOf(gone);
        if (gone.size() > MAX_CLAIMS) {
            throw new InvalidValue("gone", "at most " + MAX_CLAIMS + " claims");
        }
    }

    /** Of a session about which nobody asks, and of which nobody says that it is gone. */
    public Feedback(
            SessionId session,
            NavigableMap<LocalDate, Confirmations> nights,
            @Nullable LastWord lastWord,
            Tally tally) {
        this(session, nights, lastWord, tally, null, List.of());
    }

    /** Of a session about which nobody has said anything. */
    public static Feedback none(SessionId session) {
        return new Feedback(session, Collections.emptyNavigableMap(), null, Tally.NONE);
    }

    /** Whether nobody has said anything. */
    public boolean isNone() {
        return equals(none(session));
    }

    public RatingSummary ratings() {
        return tally.ratings();
    }

    public Confirmations confirmations(LocalDate night) {
        return nights.getOrDefault(night, Confirmations.NONE);
    }

    /** The first night of which something was said, or null where nothing was. */
    public @Nullable LocalDate firstNight() {
        return nights.isEmpty() ? null : nights.firstKey();
    }

    // Whether it is still on

    /** @param sharedOn the day on which the session was shared, at its venue */
    public SignsOfLife signs(LocalDate sharedOn, Timetable timetable) {
        return testimony().signs(sharedOn, timetable);
    }

    public Testimony testimony() {
        return new Testimony(
                nights.headMap(lastSpokenOn(), true).descendingMap().entrySet().stream()
                        .filter(night -> night.getValue().wasOn())
                        .limit(Testimony.MAX_NIGHTS_ON)
                        .map(night -> new Testimony.NightOn(
                                night.getKey(), night.getValue().on()))
                        .toList(),
                vouch(),
                lastWord == null ? null : lastWord.at(),
                saidToBeOver() || isGone(),
                question == null || question.answer() != null ? null : question.night());
    }

    /**
     * What is said of a night before it comes is an answer, and no sign that it was on. So nights count up to the day on
     * which somebody spoke or asked last; which day that was at the venue hardly matters.
     */
    private LocalDate lastSpokenOn() {
        LocalDate word = lastWord == null ? LocalDate.MIN : dayOf(lastWord.at());
        LocalDate asked = question == null ? LocalDate.MIN : dayOf(question.askedAt());
        LocalDate last = word.isAfter(asked) ? word : asked;
        return last.equals(LocalDate.MIN) ? LocalDate.MAX : last;
    }

    private Testimony.@Nullable Vouch vouch() {
        Question.Answer answer = question == null ? null : question.answer();
        return question == null || answer == null || !answer.on()
                ? null
                : new Testimony.Vouch(dayOf(answer.at()), question.night());
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Whether players say of each of the last three nights that they spoke of that it was not on. */
    public boolean saidToBeOver() {
        return nights.descendingMap().values().stream()
                        .filter(confirmations -> !confirmations.equals(Confirmations.NONE))
                        .limit(SILENT_NIGHTS)
                        .filter(Confirmations::wasNot)
                        .count()
                == SILENT_NIGHTS;
    }

    /** Whether it is gone for good: its organiser or a moderator says so, or two members do. */
    public boolean isGone() {
        return gone.stream().anyMatch(claim -> claim.role().isEnough()) || gone.size() >= ENOUGH_MEMBERS;
    }

    // What somebody says

    /**
     * With what a member says of a night now, in place of what the member said of it before.
     *
     * @param before null where the member has said nothing of it
     */
    public Feedback saying(LocalDate night, @Nullable Boolean before, boolean on, LastWord word) {
        return new Feedback(session, counted(night, before, on), word, tally, question, gone);
    }

    /** Without what a member said of a night. */
    public Feedback notSaying(LocalDate night, boolean before) {
        return new Feedback(session, counted(night, before, null), lastWord, tally, question, gone);
    }

    private NavigableMap<LocalDate, Confirmations> counted(
            LocalDate night, @Nullable Boolean before, @Nullable Boolean now) {
        NavigableMap<LocalDate, Confirmations> all = new TreeMap<>(nights);
        Confirmations counts = confirmations(night);
        counts = before == null ? counts : counts.minus(before);
        counts = now == null ? counts : counts.plus(now);
        if (counts.equals(Confirmations.NONE)) {
            all.remove(night);
        } else {
            all.put(night, counts);
        }
        while (all.size() > MAX_NIGHTS) {
            all.pollFirstEntry();
        }
        return all;
    }

    public Feedback with(@Nullable Question other) {
        return new Feedback(session, nights, lastWord, tally, other, gone);
    }

    public Feedback with(Tally other) {
        return new Feedback(session, nights, lastWord, other, question, gone);
    }

    /** With one more who says that it is gone; nobody is counted twice. */
    public Feedback sayingGone(GoneClaim claim) {
        List<GoneClaim> all = new ArrayList<>(gone);
        all.removeIf(other -> other.by().equals(claim.by()) && !(claim.by() instanceof Author.FormerMember));
        if (all.size() < MAX_CLAIMS || claim.role().isEnough()) {
            all.add(claim);
        }
        return withGone(all.subList(Math.max(0, all.size() - MAX_CLAIMS), all.size()));
    }

    /** Somebody says that it is still on, which takes back their own claim and those that their role takes back. */
    public Feedback sayingStillOn(Author by, Role role) {
        return withGone(gone.stream()
                .filter(claim -> !role.takesBack(claim.role()) && !claim.by().equals(by))
                .toList());
    }

    private Feedback withGone(List<GoneClaim> claims) {
        return new Feedback(session, nights, lastWord, tally, question, claims);
    }

    /** The same, by somebody who was a member wherever this member is named. */
    public Feedback withoutMember(MemberId member) {
        return new Feedback(
                session,
                nights,
                lastWord == null ? null : new LastWord(lastWord.by().without(member), lastWord.at()),
                tally,
                question == null ? null : question.without(member),
                gone.stream().map(claim -> claim.without(member)).toList());
    }

    /** The same nights, with what only members here can have said: as it was before somebody imported them again. */
    public Feedback keptAs(Feedback before) {
        return new Feedback(session, nights, lastWord, before.tally, before.question, before.gone);
    }
}
