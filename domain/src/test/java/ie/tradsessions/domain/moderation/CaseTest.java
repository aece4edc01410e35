package ie.tradsessions.domain.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CaseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");
    private static final Subject REVIEW = new Subject.OfReview(new SessionId(Identifier.derivedFrom("a session")), 3);
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");
    private static final MemberId CATHAL = MemberId.of("https://issuer.example/", "Cathal");
    private static final Decided HIDDEN = new Decided(new Decision.Hide(), "It names a child.", NOW.plusSeconds(60));
    private static final Decided KEPT = new Decided(new Decision.Keep(), "It is fair.", NOW.plusSeconds(60));
    private static final Objection OBJECTION = new Objection(NIAMH, "The child is mine.", NOW.plusSeconds(120));

    @Test
    void a_case_is_open_from_the_first_report_until_it_is_decided_and_again_with_the_next() {
        Case reported = Case.of(REVIEW, by(NIAMH, NOW));
        assertThat(reported.isOpen()).isTrue();
        assertThat(reported.openedAt()).isEqualTo(NOW);

        Case again = reported.with(by(CATHAL, NOW.plusSeconds(30)));
        assertThat(again.openedAt()).as("it waits since the first").isEqualTo(NOW);

        Case decided = again.with(KEPT);
        assertThat(decided.isOpen()).isFalse();
        assertThat(decided.lastDecision()).contains(KEPT);

        Instant later = NOW.plusSeconds(3_600);
        Case reopened = decided.with(by(CATHAL, later));
        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.openedAt()).isEqualTo(later);
        assertThat(reopened.decisions()).containsExactly(KEPT);
    }

    @Test
    void nobody_can_tell_who_reported_and_yet_one_member_is_known_again_for_the_same_thing_alone() {
        Report report = by(NIAMH, NOW);
        Case reported = Case.of(REVIEW, report);

        assertThat(report.toString()).doesNotContain(NIAMH.value());
        assertThat(reported.isReportedBy(by(NIAMH, NOW.plusSeconds(9)).reporter(), null))
                .isTrue();
        assertThat(reported.isReportedBy(by(CATHAL, NOW).reporter(), null)).isFalse();
        Subject another = new Subject.OfVenue(new VenueId(Identifier.derivedFrom("a pub")));
        assertThat(Report.by(NIAMH, another, Reason.SPAM, null, NOW).reporter()).isNotEqualTo(report.reporter());
    }

    @Test
    void what_was_changed_since_may_be_reported_again() {
        Case reported = Case.of(REVIEW, by(NIAMH, NOW));
        String niamh = by(NIAMH, NOW).reporter();

        assertThat(reported.isReportedBy(niamh, NOW.minusSeconds(1))).isTrue();
        assertThat(reported.isReportedBy(niamh, NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void the_author_objects_once_to_a_decision_that_did_not_keep_the_thing() {
        Case reported = Case.of(REVIEW, by(NIAMH, NOW));
        assertThat(reported.with(OBJECTION)).as("nothing is decided").isEmpty();
        assertThat(reported.with(KEPT).with(OBJECTION)).as("it was kept").isEmpty();

        Case objected = reported.with(HIDDEN).with(OBJECTION).orElseThrow();
        assertThat(objected.isOpen()).isTrue();
        assertThat(objected.openedAt()).isEqualTo(OBJECTION.at());
        assertThat(objected.objection()).isEqualTo(OBJECTION);

        assertThat(objected.with(OBJECTION)).isEmpty();
        assertThat(objected.with(HIDDEN).with(OBJECTION)).as("once is all").isEmpty();
    }

    @Test
    void the_author_may_object_by_the_notice_exactly_where_the_case_allows_it() {
        Notice hidden = new Notice(NIAMH, REVIEW, HIDDEN, null);

        assertThat(hidden.mayObject()).isTrue();
        assertThat(hidden.with(OBJECTION).mayObject()).isFalse();
        assertThat(new Notice(NIAMH, REVIEW, KEPT, null).mayObject()).isFalse();
    }

    @Test
    void a_note_and_a_length_of_a_block_are_within_bounds() {
        assertThatThrownBy(() -> new Decided(new Decision.Keep(), " ", NOW))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("note"));
        assertThatThrownBy(() -> new Decision.Block(0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Decision.Block(366)).isInstanceOf(InvalidValue.class);
        assertThat(new Decision.Block(null).days()).isNull();
    }

    @Test
    void nothing_is_left_of_the_words_of_an_author_who_has_left() {
        Case objected = Case.of(REVIEW, HIDDEN).with(OBJECTION).orElseThrow();

        assertThat(objected.without(CATHAL)).isEqualTo(objected);
        assertThat(objected.without(NIAMH).toString()).doesNotContain(NIAMH.value(), OBJECTION.text());
    }

    /** What may happen to a case. */
    sealed interface Event {
        record Reported(int member) implements Event {}

        record DecidedOn(Decision decision) implements Event {}

        record Objected() implements Event {}
    }

    @Property
    void whatever_happens_a_case_knows_the_latest_and_waits_for_exactly_what_is_not_decided(
            @ForAll("events") List<Event> events) {
        Case current = Case.of(REVIEW, by(NIAMH, NOW));
        List<Decided> decisions = new ArrayList<>();
        int objections = 0;
        boolean open = true;
        for (int i = 0; i < events.size(); i++) {
            Instant at = NOW.plusSeconds(i + 1L);
            switch (events.get(i)) {
                case Event.Reported(var member) -> {
                    current = current.with(by(MemberId.of("https://issuer.example/", "member " + member), at));
                    open = true;
                }
                case Event.DecidedOn(var decision) -> {
                    Decided decided = new Decided(decision, "As the house rules say.", at);
                    decisions.add(decided);
                    current = current.with(decided);
                    open = false;
                }
                case Event.Objected() -> {
                    Optional<Case> next = current.with(new Objection(NIAMH, "I do not agree.", at));
                    assertThat(next.isPresent()).isEqualTo(current.mayBeObjectedTo());
                    if (next.isPresent()) {
                        current = next.get();
                        objections++;
                        open = true;
                    }
                }
            }
            assertThat(current.isOpen()).isEqualTo(open);
        }
        assertThat(objections).isLessThanOrEqualTo(1);
        assertThat(current.reports()).hasSizeLessThanOrEqualTo(Case.MAX_KEPT);
        assertThat(current.decisions())
                .containsExactlyElementsOf(
                        decisions.subList(Math.max(0, decisions.size() - Case.MAX_KEPT), decisions.size()));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Event> reported = Arbitraries.integers().between(0, 40).map(Event.Reported::new);
        Arbitrary<Event> decided = Arbitraries.of(
                        new Decision.Keep(), new Decision.Hide(), new Decision.Remove(), new Decision.Block(7))
                .map(Event.DecidedOn::new);
        return Arbitraries.oneOf(reported, decided, Arbitraries.just(new Event.Objected()))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void a_merge_record_knows_each_session_once_and_forgets_those_moved_back(
            @ForAll List<@IntRange(max = 9) Integer> moved, @ForAll List<@IntRange(max = 9) Integer> back) {
        MergeRecord merge = new MergeRecord(
                new VenueId(Identifier.derivedFrom("a pub")),
                new VenueId(Identifier.derivedFrom("the same pub")),
                List.of(),
                NOW,
                2);
        for (int session : moved) {
            merge = merge.moving(session(session));
        }
        assertThat(merge.moved())
                .containsExactlyElementsOf(
                        moved.stream().distinct().map(CaseTest::session).toList());
        for (int session : back) {
            merge = merge.without(session(session));
        }
        assertThat(merge.moved())
                .containsExactlyElementsOf(moved.stream()
                        .distinct()
                        .filter(session -> !back.contains(session))
                        .map(CaseTest::session)
                        .toList());
    }

    @Property
    void a_case_waits_only_because_of_one_reason_where_every_report_since_the_last_decision_gives_it(
            @ForAll List<Reason> before, @ForAll List<Reason> since, @ForAll Reason reason) {
        Case decided = Case.of(REVIEW, KEPT);
        for (Reason one : before) {
            decided = decided.with(Report.by(NIAMH, REVIEW, one, null, KEPT.at().minusSeconds(1)));
        }
        Case current = decided.with(KEPT);
        assertThat(current.waitsOnlyBecauseOf(reason)).as("it does not wait").isFalse();
        for (Reason one : since) {
            current = current.with(Report.by(CATHAL, REVIEW, one, null, KEPT.at()));
        }
        List<Reason> kept = since.subList(Math.max(0, since.size() - Case.MAX_KEPT), since.size());
        assertThat(current.waitsOnlyBecauseOf(reason))
                .isEqualTo(!kept.isEmpty() && kept.stream().allMatch(one -> one == reason));
    }

    @Test
    void a_case_that_waits_because_of_an_objection_waits_because_of_no_report() {
        Case objected =
                Case.of(REVIEW, by(CATHAL, NOW)).with(HIDDEN).with(OBJECTION).orElseThrow();

        assertThat(objected.waitsOnlyBecauseOf(Reason.OFFENSIVE)).isFalse();
    }

    private static SessionId session(int number) {
        return new SessionId(Identifier.derivedFrom("session " + number));
    }

    private static Report by(MemberId member, Instant at) {
        return Report.by(member, REVIEW, Reason.OFFENSIVE, null, at);
    }
}
