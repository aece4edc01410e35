package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many writers at once, on a table that answers after 15 ms and lets transactions on one item run into each other. */
class ContentionTest {
    private static final int WRITERS = 64;
    private static final long MAX_MILLISECONDS = 10_000;
    private static final int MEMBERS = 16;
    private static final int POSTS = 1_000;
    private static final int MAX_TRIES = 12;
    private static DynamoServer server;

    @BeforeAll
    static void start() {
        server = new DynamoServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Tag("long")
    @Test
    void writers_on_different_sessions_do_not_notice_each_other() {
        Contention.Outcome outcome = Contention.onSessionsOfTheirOwn(server, WRITERS);

        System.out.println(outcome);
        assertThat(outcome.kept()).isEqualTo(WRITERS);
        assertThat(outcome.tries()).containsOnly(1);
        assertThat(outcome.unavailable()).isZero();
        assertThat(outcome.milliseconds()).isLessThan(MAX_MILLISECONDS);
    }

    @Tag("long")
    @Test
    void writers_on_one_session_all_succeed_soon() {
        Contention.Outcome outcome = Contention.onOneSession(server, WRITERS, true);

        System.out.println(outcome);
        assertThat(outcome.kept()).isEqualTo(WRITERS);
        assertThat(outcome.conflicts()).as("transactions that met another").isPositive();
        assertThat(outcome.unavailable()).isZero();
        assertThat(outcome.percentile(95)).isLessThanOrEqualTo(8);
        assertThat(outcome.milliseconds()).isLessThan(MAX_MILLISECONDS);
    }

    @Test
    void members_who_change_one_session_at_once_all_succeed_soon_and_none_undoes_what_another_did() {
        MemberContention contention = new MemberContention(server);

        List<Integer> tries = contention.manyModeratorsOfOneSession(MEMBERS);

        told("moderators of one session", tries, contention);
        assertThat(contention.cancelledNights()).isEqualTo(MEMBERS);
        assertThat(contention.conflicts()).as("transactions that met another").isPositive();
        assertThat(tries.getLast()).isLessThanOrEqualTo(MAX_TRIES);
    }

    @Test
    void what_one_member_sends_from_many_devices_is_all_kept_and_nothing_twice() {
        MemberContention contention = new MemberContention(server);

        List<Integer> tries = contention.manyDevicesOfOneMember(MEMBERS);

        told("requests of one member", tries, contention);
        assertThat(contention.sessionsStored()).isEqualTo(1 + MEMBERS);
        assertThat(contention.activity().contributions().organised()).hasSize(MEMBERS);
        assertThat(contention.activity().hourly().values().stream().mapToInt(Integer::intValue))
                .as("counted changes")
                .containsExactly(MEMBERS);
        assertThat(tries.getLast()).isLessThanOrEqualTo(MAX_TRIES);
    }

    @Tag("long")
    @Test
    void when_64_members_review_and_confirm_one_session_at_once_64_are_counted() {
        MemberContention contention = new MemberContention(server);

        List<Integer> tries = contention.manyMembersOfOneSession(WRITERS);

        told("members of one session", tries, contention);
        Feedback feedback = contention.feedback();
        assertThat(feedback.ratings().histogram()).containsExactly(13, 13, 13, 13, 12);
        assertThat(feedback.nights().values()).containsExactly(new Confirmations(WRITERS, 0));
        assertThat(contention.conflicts()).as("transactions that met another").isPositive();
    }

    @Tag("long")
    @Test
    void what_one_member_posts_a_thousand_times_at_once_is_one_review() {
        MemberContention contention = new MemberContention(server);

        List<Integer> tries = contention.manyPostsOfOneReview(POSTS);

        System.out.printf(
                "| %d posts of one review | tries: %d at most | %d conflicts |%n",
                POSTS, tries.getLast(), contention.conflicts());
        assertThat(contention.reviewsShownAndCounted()).containsExactly(1L, 1L);
    }

    private static void told(String what, List<Integer> tries, MemberContention contention) {
        System.out.printf(
                "| %d %s | tries: %s | %d conflicts | %d unavailable |%n",
                tries.size(), what, tries, contention.conflicts(), contention.unavailable());
    }
}
