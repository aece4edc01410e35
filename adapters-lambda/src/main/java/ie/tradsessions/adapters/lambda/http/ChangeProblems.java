package ie.tradsessions.adapters.lambda.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The problem documents of changes that are refused. */
public final class ChangeProblems {
    /** People read it: the day is enough. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ChangeProblems() {}

    public static Response keyUsed(Request request) {
        return request.problem(problem(
                "/problems/key-used",
                "Key used before",
                422,
                "This Idempotency-Key was used for another request. Give each request its own."));
    }

    /** @param retryAfter how long to wait before the next change is allowed */
    public static Response tooMany(Request request, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return request.problem(problem(
                        "/problems/too-many-changes",
                        "Too many changes",
                        429,
                        "You have changed as much as one may for now. Try again in " + (seconds + 59) / 60
                                + " minutes."))
                .withHeader("Retry-After", Long.toString(seconds));
    }

    /**
     * A moderator has decided that the member may change nothing for now.
     *
     * @param until null where that has no end
     */
    public static Response blocked(Request request, @Nullable Instant until, String note) {
        return request.problem(problem(
                "/problems/blocked",
                "Blocked",
                403,
                "A moderator has decided that you may change nothing here"
                        + (until == null ? "" : " until " + DAY.format(until)) + ". The note says: " + note));
    }

    public static Response notAllowed(Request request, String detail) {
        return request.problem(problem("/problems/not-allowed", "Not allowed", 403, detail));
    }

    /** Somebody changed it in the meantime. */
    public static Response stale(Request request) {
        return request.problem(versionChanged());
    }

    public static Response conflict(Request request, String detail) {
        return request.problem(problem("/problems/conflict", "Not possible now", 409, detail));
    }

    /** Somebody's answer stands, and is not to be changed by this one. */
    public static Response answeredAlready(Request request, String detail) {
        return request.problem(problem("/problems/answered-already", "Answered already", 409, detail));
    }

    public static Response takenDown(Request request) {
        return request.problem(problem(
                "/problems/taken-down",
                "Not to be listed",
                409,
                "The players of a session at that venue and time asked that it is not listed."));
    }

    /**
     * @param candidates those that it looks like
     * @param write writes one of them
     */
    public static <T> Response looksAlike(
            Request request, String detail, List<T> candidates, BiConsumer<JsonGenerator, T> write) {
        return request.problem(problem("/problems/looks-alike", "Known already?", 409, detail)
                .with(json -> Json.array(json, "candidates", candidates, write)));
    }

    static Problem versionChanged() {
        return problem(
                "/problems/version-changed",
                "Changed in the meantime",
                412,
                "Somebody changed it since it was read, and nothing was stored. Read it again.");
    }

    static Problem versionNeeded() {
        return problem(
                "/problems/version-needed",
                "If-Match is needed",
                428,
                "Say in If-Match which version is to be changed: the ETag that came with it.");
    }

    private static Problem problem(String type, String title, int status, String detail) {
        return new Problem(type, title, status, detail);
    }
}
