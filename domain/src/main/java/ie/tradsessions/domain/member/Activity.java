package ie.tradsessions.domain.member;

import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member has done: how many changes lately, what became of the latest requests, and what of it others see. Every
 * change by a member is stored together with this, so that none is counted without being made, and none is made twice.
 *
 * @param hourly how many changes there were in each slot of {@link Quota#HOUR}
 * @param daily the same for {@link Quota#DAY}
 * @param questions the same for {@link Quota#QUESTIONS}
 * @param requests the latest that had a key, oldest first, at most {@value #MAX_REQUESTS}
 */
public record Activity(
        MemberId member,
        Contributions contributions,
        NavigableMap<Long, Integer> hourly,
        NavigableMap<Long, Integer> daily,
        NavigableMap<Long, Integer> questions,
        List<Done> requests) {
    public static final int MAX_REQUESTS = 20;

    /** For how long a request is recognised when it is sent again. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    /**
     * A request that was carried out.
     *
     * @param at when, to the second
     * @param result what became of it, in words of the use case
     */
    public record Done(RequestKey key, Instant at, String result) {
        public Done {
            at = CalendarYears.checked("at", at).truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** Whether one more change is admitted. */
    public sealed interface Admission {
        /** It is. {@code next} is the activity with this change counted. */
        record Admitted(Activity next) implements Admission {}

        record OverQuota(Duration retryAfter) implements Admission {}

        /** It was made before. */
        record DoneBefore(String result) implements Admission {}

        /** The member has used the key for another request. */
        record KeyUsedForOther() implements Admission {}
    }

    public Activity {
        hourly = Collections.unmodifiableNavigableMap(new TreeMap<>(hourly));
        daily = Collections.unmodifiableNavigableMap(new TreeMap<>(daily));
        questions = Collections.unmodifiableNavigableMap(new TreeMap<>(questions));
        requests = List.copyOf(requests.subList(Math.max(0, requests.size() - MAX_REQUESTS), requests.size()));
    }

    public static Activity none(MemberId member) {
        return new Activity(member, Contributions.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /**
     * @param key of the request, or null where it has none
     * @param newcomer whether the member is here since yesterday at most, and has less to spend
     */
    public Admission admit(@Nullable RequestKey key, Instant now, boolean newcomer) {
        for (Done done : requests) {
            if (key != null && done.key().key().equals(key.key()) && isRemembered(done, now)) {
                return done.key().equals(key)
                        ? new Admission.DoneBefore(done.result())
                        : new Admission.KeyUsedForOther();
            }
        }
        Duration hour = Quota.HOUR.toWait(hourly, now, newcomer);
        Duration day = Quota.DAY.toWait(daily, now, newcomer);
        Duration longer = hour.compareTo(day) > 0 ? hour : day;
        return longer.isPositive()
                ? new Admission.OverQuota(longer)
                : new Admission.Admitted(new Activity(
                        member,
                        contributions,
                        Quota.HOUR.counted(hourly, now),
                        Quota.DAY.counted(daily, now),
                        questions,
                        requests));
    }

    /** With what became of a request. Those that are too old to be recognised are forgotten. */
    public Activity withResult(RequestKey key, Instant now, String result) {
        List<Done> all = new ArrayList<>(requests);
        all.removeIf(done -> !isRemembered(done, now) || done.key().key().equals(key.key()));
        all.add(new Done(key, now, result));
        return new Activity(member, contributions, hourly, daily, questions, all);
    }

    public Activity with(Contributions other) {
        return new Activity(member, other, hourly, daily, questions, requests);
    }

    /** How long to wait before the member may ask one more question; zero where it is now. */
    public Duration untilQuestion(Instant now) {
        return Quota.QUESTIONS.toWait(questions, now, false);
    }

    /** With one more question asked. */
    public Activity asking(Instant now) {
        return new Activity(member, contributions, hourly, daily, Quota.QUESTIONS.counted(questions, now), requests);
    }

    private static boolean isRemembered(Done done, Instant now) {
        return now.isBefore(done.at().plus(REMEMBERED));
    }
}
