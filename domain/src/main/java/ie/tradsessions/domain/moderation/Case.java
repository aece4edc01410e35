package ie.tradsessions.domain.moderation;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that moderators know of one subject. It is open from the first report until it is decided, and again with
 * another report, or with the author's objection.
 *
 * @param reports the latest {@value #MAX_KEPT}, oldest first
 * @param openedAt since when it waits or, if it is decided, had waited, to the millisecond
 * @param decisions the latest {@value #MAX_KEPT}, oldest first
 * @param objection of the author, who has only this one, or null
 */
public record Case(
        Subject subject,
        List<Report> reports,
        State state,
        Instant openedAt,
        List<Decided> decisions,
        @Nullable Objection objection) {
    public static final int MAX_KEPT = 20;

    public enum State {
        OPEN,
        DECIDED
    }

    public Case {
        reports = latest(reports);
        decisions = latest(decisions);
        openedAt = CalendarYears.checked("openedAt", openedAt).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The first of a subject. */
    public static Case of(Subject subject, Report report) {
        return new Case(subject, List.of(report), State.OPEN, report.at(), List.of(), null);
    }

    /** Of a subject that a moderator decided about without anybody having reported it. */
    public static Case of(Subject subject, Decided decided) {
        return new Case(subject, List.of(), State.DECIDED, decided.at(), List.of(decided), null);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /**
     * Whether somebody has reported it.
     *
     * @param changedAt when the subject was last changed, or null where nobody knows: what was reported before that was
     *     another thing
     */
    public boolean isReportedBy(String reporter, @Nullable Instant changedAt) {
        return reports.stream()
                .filter(report -> changedAt == null || !report.at().isBefore(changedAt))
                .anyMatch(report -> report.reporter().equals(reporter));
    }

    /** Whether it is open, and every report since the last decision gives this one reason. */
    public boolean waitsOnlyBecauseOf(Reason reason) {
        List<Report> waiting = reports.stream()
                .filter(report -> lastDecision()
                        .filter(last -> report.at().isBefore(last.at()))
                        .isEmpty())
                .toList();
        return isOpen() && !waiting.isEmpty() && waiting.stream().allMatch(report -> report.reason() == reason);
    }

    /** With one more report, which opens it again. */
    public Case with(Report report) {
        return new Case(
                subject, with(reports, report), State.OPEN, isOpen() ? openedAt : report.at(), decisions, objection);
    }

    public Case with(Decided decided) {
        return new Case(subject, reports, State.DECIDED, openedAt, with(decisions, decided), objection);
    }

    /** The last decision, if there is one. */
    public Optional<Decided> lastDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    /** Whether the author may object to the last decision: to one that kept it nobody needs to. */
    public boolean mayBeObjectedTo() {
        return objection == null
                && lastDecision()
                        .filter(last -> last.decision().kind() != Decision.Kind.KEEP)
                        .isPresent();
    }

    /** With the author's objection, which opens it again; empty where there may be none. */
    public Optional<Case> with(Objection objection) {
        return mayBeObjectedTo()
                ? Optional.of(new Case(
                        subject, reports, State.OPEN, isOpen() ? openedAt : objection.at(), decisions, objection))
                : Optional.empty();
    }

    /** Without the words of a member who has left. */
    public Case without(MemberId member) {
        return objection == null || !objection.by().equals(member)
                ? this
                : new Case(subject, reports, state, openedAt, decisions, null);
    }

    private static <T> List<T> with(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    private static <T> List<T> latest(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - MAX_KEPT), all.size()));
    }
}
