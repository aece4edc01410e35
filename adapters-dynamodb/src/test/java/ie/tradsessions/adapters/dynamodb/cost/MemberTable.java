package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.ModerationUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.member.IssueCalendarAddress;
import ie.tradsessions.application.member.SaveProfile;
import ie.tradsessions.application.member.WelcomeMember;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.ViewMySession;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.application.venue.RegisterVenue;
import ie.tradsessions.application.venue.UndoVenueChange;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What each change by a member costs, with the quota, the journal and what is kept of the member; and their pages. */
public final class MemberTable {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final String REVIEW =
            "Lovely playing, a warm room, and a chair was found for me at once. ".repeat(4);
    private static final Venue VENUE = VenueBuilder.named("The Crane").build();

    private final Counter counter = new Counter();
    private final IndexedStorage ports;
    private final MemberUseCases members;
    private final ModerationUseCases moderation;
    private final Map<String, Counter.Cost> costs = new LinkedHashMap<>();

    private MemberTable() {
        Table table = LocalDynamo.newTable(counter);
        ports = IndexedStorage.of((clock, saved) -> DynamoStorage.on(table, clock, saved), CLOCK);
        members = new MemberUseCases(ports, CLOCK);
        moderation = new ModerationUseCases(ports, CLOCK);
        ports.index().current();
    }

    /** By what was done, in the order in which it was. */
    public static Map<String, Counter.Cost> measure() {
        MemberTable table = new MemberTable();
        table.changes();
        table.opinions();
        table.pages();
        table.leaving();
        return table.costs;
    }

    private void changes() {
        PricedProcess.saved(ports.venues().save(VENUE, SaveOutcome.NEW));
        Session session = SessionBuilder.at(VENUE).build();
        SessionId id = session.id();
        measured("sign in for the first time", () -> welcome(People.NIAMH, "Niamh"));
        measured("save a profile", () -> members.name(People.NIAMH, "Niamh", 1));
        members.name(People.CATHAL, "Cathal", 0);
        measured(
                "register a venue",
                () -> new RegisterVenue(
                                ports.requests(CLOCK),
                                ports.index(),
                                CountyBoundaries.bundled(),
                                () -> VenueBuilder.idOf("new"))
                        .register(new RegisterVenue.Command(
                                People.NIAMH,
                                RequestKey.of("registerVenue", "1", "{}"),
                                MemberUseCases.described(VENUE),
                                true)));
        measured("correct a venue", () -> change("The Heron", 1));
        measured(
                "undo a correction",
                () -> members.undoVenueChange().undo(new UndoVenueChange.Command(People.CATHAL, VENUE.id(), 2, 2)));
        measured("publish a session", () -> members.publish(People.NIAMH, session));
        measured(
                "change a session",
                () -> members.change(
                        People.NIAMH,
                        SessionBuilder.at(VENUE).named("Another name").build()));
        measured("cancel a night", () -> members.cancel(People.NIAMH, id, THURSDAY));
        measured("keep a favourite", () -> members.keep(People.NIAMH, id));
        measured("drop a favourite", () -> members.drop(People.NIAMH, id));
        members.keep(People.NIAMH, id);
        measured("issue a calendar's address", () -> members.issueCalendar(People.NIAMH));
        measured("revoke a calendar's address", () -> members.revokeCalendar(People.NIAMH));
        members.offer(People.NIAMH, id);
        measured("withdraw an offer", () -> members.withdraw(People.NIAMH, id));
        Secret code = measured("offer a session", () -> (OfferSession.Outcome.Offered) members.offer(People.NIAMH, id))
                .code();
        measured("take over a session that was offered", () -> members.takeOver(People.CATHAL, id, code));
        measured("end a session", () -> members.end(People.CATHAL, id, THURSDAY.plusWeeks(9)));
        measured("take a session down", () -> members.takeDown(People.CATHAL, id));
        measured("list a session again", () -> members.listAgain(People.CATHAL, id));
        Session left = SessionBuilder.at(VENUE).as("left").build();
        PricedProcess.saved(ports.sessions().save(left, SaveOutcome.NEW));
        measured("take over a session without an organiser", () -> members.takeOver(People.CATHAL, left.id(), null));
    }

    private void opinions() {
        SessionId id = SessionBuilder.at(VENUE).build().id();
        LocalDate last = THURSDAY.minusWeeks(1);
        measured("confirm a night", () -> members.confirm(People.NIAMH, id, last, true));
        measured("take a confirmation back", () -> members.takeBack(People.NIAMH, id, last));
        members.confirm(People.NIAMH, id, last, true);
        measured("ask if it is on", () -> members.ask(People.NIAMH, id));
        measured("answer that it is on", () -> members.answer(People.CATHAL, id, THURSDAY.plusWeeks(1), true));
        measured("say that it is gone", () -> members.sayGone(People.NIAMH, id));
        measured("say that it is still on", () -> members.sayStillOn(People.NIAMH, id));
        measured("post a review", () -> members.review(People.NIAMH, id, 4, REVIEW));
        measured("change a review", () -> members.review(People.NIAMH, id, 5, REVIEW));
        measured("answer a review", () -> members.answerReview(People.CATHAL, id, 1, "Thank you."));
        measured("a session that one has reviewed, for a member", () -> view(People.NIAMH, id));
        measured("one's own reviews", () -> members.myReviews(People.NIAMH));
        measured("find a review helpful", () -> members.mark(People.CATHAL, id, 1, true));
        Subject review = new Subject.OfReview(id, 1);
        measured("report a review", () -> moderation.report(People.CATHAL, review));
        measured(
                "hide a review, as a moderator",
                () -> moderation.decide(People.MODERATOR, review, new Decision.Hide()));
        measured("withdraw a review", () -> members.withdrawReview(People.NIAMH, id));
    }

    private void pages() {
        SessionId id = SessionBuilder.at(VENUE).build().id();
        measured("sign in, or renew the token", () -> welcome(People.NIAMH, "Niamh"));
        measured("the profile", () -> members.profile(People.NIAMH));
        measured("a session, for a member", () -> view(People.CATHAL, id));
        measured("a session again, for a member", () -> view(People.CATHAL, id));
        measured(
                "a venue, for a member",
                () -> members.viewMyVenue().view(new ViewMyVenue.Query(People.CATHAL, VENUE.id())));
        var issued = (IssueCalendarAddress.Outcome.Issued) members.issueCalendar(People.NIAMH);
        measured("a calendar", () -> members.viewCalendar().view(issued.address()));
        measured("everything about a member", () -> members.export(People.NIAMH));
    }

    /** A member who shared a session that another one organises now, and changed a venue once. */
    private void leaving() {
        measured("delete a member", () -> members.delete(People.NIAMH, DeleteMember.Fate.ORPHAN));
    }

    private Object welcome(Identity who, String name) {
        return new WelcomeMember(ports.members(), new SaveProfile(ports.requests(CLOCK), ports.names(CLOCK)))
                .welcome(new WelcomeMember.Command(who, () -> Optional.of(name)));
    }

    private Object view(Identity who, SessionId id) {
        return members.viewMySession().view(new ViewMySession.Query(who, id));
    }

    private Object change(String name, long version) {
        Venue venue = VenueBuilder.named(name).as(VENUE.id()).build();
        return members.changeVenue()
                .change(new ChangeVenue.Command(
                        People.NIAMH, VENUE.id(), version, MemberUseCases.described(venue), false));
    }

    private <T> T measured(String what, Supplier<T> work) {
        counter.taken();
        T done = work.get();
        costs.put(what, counter.taken());
        return done;
    }

    public static void print(Map<String, Counter.Cost> measured, PrintStream out) {
        out.println("| What a member does | write units | read units | trips |");
        out.println("|---|---:|---:|---:|");
        measured.forEach((what, cost) -> out.printf(
                Locale.ROOT, "| %s | %.0f | %.1f | %d |%n", what, cost.writeUnits(), cost.readUnits(), cost.trips()));
    }
}
