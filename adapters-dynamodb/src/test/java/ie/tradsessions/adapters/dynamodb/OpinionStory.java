package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What members say of a session over two weeks, and what a moderator decides: they confirm, ask and answer, review, change
 * and withdraw; three new members review it at once and are held; one is reported, hidden and objects; two venues are
 * merged; one member leaves. Whoever gets no answer sends the same request again, as an app does.
 */
final class OpinionStory extends IndexedTale {
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

    private final MemberUseCases members;
    private final ModerationUseCases moderation;

    OpinionStory(Table table) {
        super(table, Instant.parse("2026-11-17T12:00:00Z"));
        IndexedStorage ports = new IndexedStorage(storage(), index());
        members = new MemberUseCases(ports, this::now);
        moderation = new ModerationUseCases(ports, this::now);
    }

    @Override
    public void tell() {
        store(CRANE);
        store(SAME_CRANE);
        for (Identity who : List.of(People.NIAMH, People.CATHAL, PAT)) {
            ask(() -> members.name(who, "Member", 0));
        }
        patiently(() -> storage().sessions().find(ID).isPresent()
                || storage().sessions().save(SESSION.organisedBy(People.NIAMH.member()), SaveOutcome.NEW)
                        instanceof SaveOutcome.Saved);
        // Nobody of these is new any more.
        pass(Duration.ofDays(10));
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
        patiently(() -> storage().venues().find(venue.id()).isPresent()
                || storage().venues().save(venue, SaveOutcome.NEW) instanceof SaveOutcome.Saved);
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
            ask(() -> storage().pages().session(ID, consistency));
            ask(() -> storage().reviews().shown(ID, null, 10, consistency));
        }
        ask(() -> storage().reviews().notShown(ID));
        ask(() -> storage().voices().of(PAT.member()));
        ask(() -> storage().voices().of(NEW_MEMBERS.getFirst().member(), ID));
        ask(() -> storage().members().notices(NEW_MEMBERS.getFirst().member()));
        ask(() -> storage().cases().open(10));
        ask(moderation::log);
    }
}
