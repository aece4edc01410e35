package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StorageUnavailable;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.UnreadableSnapshot;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What members say of a session over two weeks, and what a moderator decides: they confirm, ask and answer, review, change
 * and withdraw; three new members review it at once and are held; one is reported, hidden and objects; two venues are
 * merged; one member leaves. Whoever gets no answer sends the same request again, as an app does.
 */
final class OpinionStory implements Tale {
    private static final int MAX_ATTEMPTS = 30;
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Venue CRANE =
            VenueBuilder.named("The Crane").in("Ennis").build();
    private static final Venue SAME_CRANE =
            VenueBuilder.named("The Crane Bar").in("Ennis").build();
    private static final Session SESSION =
            SessionBuilder.at(CRANE).on(DayOfWeek.THURSDAY).build();
    private static final SessionId ID = SESSION.id();
    private static final Identity PAT = People.member("Pat");
    private static final List<Identity> NEW_MEMBERS =
            List.of(People.member("Anna"), People.member("Ben"), People.member("Cleo"));

    /** Its index asks the journal before each answer, and knows what was saved without an answer. */
    private static final FollowPolicy ALWAYS =
            new FollowPolicy(Duration.ZERO, ReadConsistency.STRONG, Duration.ZERO, false);

    /** Whatever cannot be had is asked for again, so nobody need be told. */
    private static final SearchIndex.Listener PATIENT = new SearchIndex.Listener() {
        @Override
        public void unreadable(StoredAggregate.Unreadable aggregate) {
            throw new AssertionError(aggregate);
        }

        @Override
        public void stale(Duration age, StorageUnavailable cause) {}

        @Override
        public void unreadable(UnreadableSnapshot snapshot) {
            throw new AssertionError(snapshot);
        }
    };

    private final Storage storage;
    private final MemberUseCases members;
    private final ModerationUseCases moderation;
    private final List<Object> answers = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-17T12:00:00Z");
    private int unavailable;

    OpinionStory(Table table) {
        AtomicReference<SearchIndex> known = new AtomicReference<>();
        storage = DynamoStorage.on(table, () -> now, saved -> known.get().saved(saved));
        SearchIndex index = new SearchIndex(storage, ALWAYS, () -> now, PATIENT);
        known.set(index);
        IndexedStorage ports = new IndexedStorage(storage, index);
        members = new MemberUseCases(ports, () -> now);
        moderation = new ModerationUseCases(ports, () -> now);
    }

    @Override
    public List<Object> answers() {
        return List.copyOf(answers);
    }

    @Override
    public int unavailable() {
        return unavailable;
    }

    @Override
    public void tell() {
        store(CRANE);
        store(SAME_CRANE);
        for (Identity who : List.of(People.NIAMH, People.CATHAL, PAT)) {
            ask(() -> members.name(who, "Member", 0));
        }
        patiently(() -> storage.sessions().find(ID).isPresent()
                || storage.sessions().save(SESSION.organisedBy(People.NIAMH.member()), SaveOutcome.NEW)
                        instanceof SaveOutcome.Saved);
        // Nobody of these is new any more.
        now = now.plus(Duration.ofDays(10));
        confirmAndAsk();
        review();
        look();
        newMembersReview();
        decide();
        look();
        ask(() -> moderation.merge(People.MODERATOR, SAME_CRANE.id(), CRANE.id()));
        ask(() -> members.sayGone(PAT, ID));
        ask(() -> members.sayStillOn(People.CATHAL, ID));
        ask(() -> members.delete(People.CATHAL, DeleteMember.Fate.ORPHAN, DeleteMember.ReviewFate.REMOVE));
        ask(() -> members.delete(PAT, DeleteMember.Fate.ORPHAN, DeleteMember.ReviewFate.KEEP));
        look();
    }

    private void store(Venue venue) {
        patiently(() -> storage.venues().find(venue.id()).isPresent()
                || storage.venues().save(venue, SaveOutcome.NEW) instanceof SaveOutcome.Saved);
    }

    private void confirmAndAsk() {
        ask(() -> members.keep(People.CATHAL, ID));
        ask(() -> members.confirm(People.CATHAL, ID, THURSDAY, true));
        ask(() -> members.confirm(PAT, ID, THURSDAY, false));
        ask(() -> members.confirm(PAT, ID, THURSDAY, true));
        ask(() -> members.takeBack(PAT, ID, THURSDAY));
        ask(() -> members.ask(PAT, ID));
        ask(() -> members.answer(People.CATHAL, ID, THURSDAY.plusWeeks(1), true));
        ask(() -> members.answer(People.NIAMH, ID, THURSDAY.plusWeeks(1), false));
    }

    private void review() {
        ask(() -> members.review(People.CATHAL, ID, 5, "The best in Clare."));
        ask(() -> members.review(PAT, ID, 2, "Nobody there."));
        ask(() -> members.review(PAT, ID, 4, "I had the wrong night."));
        ask(() -> members.mark(PAT, ID, 1, true));
        ask(() -> members.answerReview(People.NIAMH, ID, 1, "Thank you."));
        ask(() -> members.withdrawReview(People.CATHAL, ID));
        ask(() -> members.review(People.CATHAL, ID, 4, "Still very good."));
    }

    private void newMembersReview() {
        for (Identity who : NEW_MEMBERS) {
            ask(() -> members.review(who, ID, 1, "Terrible."));
        }
    }

    private void decide() {
        Subject held = new Subject.HeldReviews(ID);
        ask(() -> moderation.decide(People.MODERATOR, held, new Decision.Keep(), 1));
        Subject review = new Subject.OfReview(ID, 4);
        ask(() -> moderation.report(PAT, review));
        ask(() -> moderation.decide(People.MODERATOR, review, new Decision.Hide(), 1));
        ask(() -> moderation.object(NEW_MEMBERS.getFirst(), review, "It was terrible."));
        ask(() -> moderation.decide(People.MODERATOR, review, new Decision.Keep(), 3));
    }

    /** At all that is kept of the session and of what was said. */
    private void look() {
        for (ReadConsistency consistency : ReadConsistency.values()) {
            ask(() -> storage.pages().session(ID, consistency));
            ask(() -> storage.reviews().shown(ID, null, 10, consistency));
        }
        ask(() -> storage.reviews().notShown(ID));
        ask(() -> storage.voices().of(PAT.member()));
        ask(() -> storage.voices().of(NEW_MEMBERS.getFirst().member(), ID));
        ask(() -> storage.members().notices(NEW_MEMBERS.getFirst().member()));
        ask(() -> storage.cases().open(10));
        ask(moderation::log);
    }

    private void ask(Supplier<Object> request) {
        answers.add(patiently(request));
        now = now.plusSeconds(600);
    }

    private <T> T patiently(Supplier<T> what) {
        StorageUnavailable last = null;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                T answer = what.get();
                assertThat(answer).isNotEqualTo(false);
                return answer;
            } catch (StorageUnavailable e) {
                unavailable++;
                last = e;
            }
        }
        throw new AssertionError("nobody ever answers", last);
    }
}
