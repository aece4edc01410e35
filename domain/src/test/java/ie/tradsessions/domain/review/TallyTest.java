package ie.tradsessions.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final SessionId SESSION = new SessionId("aaaaaaaaaaaaaaaa");
    private static final MemberId NIAMH = new MemberId("bbbbbbbbbbbbbbbb");
    private static final Instant NOW = Instant.parse("2026-11-24T17:05:00Z");

    /** One thing that happens to some reviews; which ones, numbers tell that are taken modulo how many there are. */
    record Event(Kind kind, int rating, List<Integer> which) {}

    enum Kind {
        POST,
        POST_HELD,
        CHANGE,
        WITHDRAW,
        HOLD,
        HIDE,
        RELEASE
    }

    @Property(tries = 500)
    void whatever_happens_the_tally_is_a_recount(@ForAll("histories") List<Event> history) {
        Map<Integer, Review> stored = new TreeMap<>();
        Tally tally = Tally.NONE;
        for (Event event : history) {
            List<Tally.Step> steps = steps(event, stored, tally);
            tally = tally.after(steps, older(tally, stored, steps));
            for (Tally.Step step : steps) {
                if (step.before() != null) {
                    stored.remove(step.before().number());
                }
                if (step.after() != null) {
                    stored.put(step.after().number(), step.after());
                }
            }
            assertThat(tally).isEqualTo(Tally.recount(stored.values(), tally.lastNumber(), Burst.NONE));
        }
    }

    @Property(tries = 200)
    void no_number_is_given_again(@ForAll("histories") List<Event> history) {
        Map<Integer, Review> stored = new TreeMap<>();
        Tally tally = Tally.NONE;
        int last = 0;
        for (Event event : history) {
            List<Tally.Step> steps = steps(event, stored, tally);
            tally = tally.after(steps, older(tally, stored, steps));
            steps.forEach(step -> {
                if (step.after() == null && step.before() != null) {
                    stored.remove(step.before().number());
                } else if (step.after() != null) {
                    stored.put(step.after().number(), step.after());
                }
            });
            assertThat(tally.nextNumber()).isGreaterThan(last);
            last = tally.lastNumber();
        }
    }

    private static List<Tally.Step> steps(Event event, Map<Integer, Review> stored, Tally tally) {
        if (event.kind() == Kind.POST || event.kind() == Kind.POST_HELD) {
            Visibility visibility = event.kind() == Kind.POST ? Visibility.SHOWN : Visibility.HELD;
            return List.of(new Tally.Step(null, review(tally.nextNumber(), event.rating(), visibility)));
        }
        List<Review> all = new ArrayList<>(stored.values());
        return event.which().stream()
                .filter(number -> !all.isEmpty())
                .map(number -> all.get(number % all.size()))
                .distinct()
                .map(review -> new Tally.Step(review, after(event, review)))
                .filter(step -> !step.before().equals(step.after()))
                .toList();
    }

    private static Review after(Event event, Review review) {
        return switch (event.kind()) {
            case POST, POST_HELD -> throw new AssertionError(event);
            case WITHDRAW -> null;
            case CHANGE -> review.with(new Review.Content(event.rating(), review.text(), null), NOW);
            case HOLD -> review.with(Visibility.HELD);
            case HIDE -> review.with(Visibility.HIDDEN);
            case RELEASE -> review.with(Visibility.SHOWN);
        };
    }

    /** What a store would be asked for. */
    private static List<Review> older(Tally tally, Map<Integer, Review> stored, List<Tally.Step> steps) {
        return tally.needsOlder(steps)
                ? stored.values().stream()
                        .filter(Review::isShown)
                        .filter(review ->
                                review.number() < tally.newest().getLast().number())
                        .sorted(Comparator.comparingInt(Review::number).reversed())
                        .limit(steps.size())
                        .toList()
                : List.of();
    }

    @Test
    void a_tally_names_as_many_reviews_as_are_shown_up_to_ten() {
        RatingSummary two = RatingSummary.NONE.plus(3).plus(4);

        assertThatThrownBy(() -> new Tally(two, 2, List.of(new Tally.Entry(2, 1)), Burst.NONE))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Tally(two, 2, List.of(new Tally.Entry(1, 1), new Tally.Entry(2, 1)), Burst.NONE))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Tally(two, 1, List.of(new Tally.Entry(2, 1), new Tally.Entry(1, 1)), Burst.NONE))
                .isInstanceOf(InvalidValue.class);
    }

    private static Review review(int number, int rating, Visibility visibility) {
        return Review.posted(SESSION, number, NIAMH, new Review.Content(rating, null, null), NOW, visibility);
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(8, Kind.POST),
                                Tuple.of(1, Kind.POST_HELD),
                                Tuple.of(2, Kind.CHANGE),
                                Tuple.of(2, Kind.WITHDRAW),
                                Tuple.of(1, Kind.HOLD),
                                Tuple.of(1, Kind.HIDE),
                                Tuple.of(2, Kind.RELEASE)),
                        Arbitraries.integers().between(Review.WORST, Review.BEST),
                        Arbitraries.integers()
                                .between(0, 99)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4))
                .as(Event::new)
                .list()
                .ofMaxSize(60);
    }
}
