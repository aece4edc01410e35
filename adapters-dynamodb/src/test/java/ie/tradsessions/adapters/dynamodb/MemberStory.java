package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.member.DropFavourite;
import ie.tradsessions.application.member.IssueCalendarAddress;
import ie.tradsessions.application.member.KeepFavourite;
import ie.tradsessions.application.member.RevokeCalendarAddress;
import ie.tradsessions.application.member.SaveProfile;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.session.ChangeSession;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.application.session.TakeDownSession;
import ie.tradsessions.application.session.TakeOverSession;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.UndoVenueChange;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What two members do over some hours: one tells of herself, shares a session, changes it and hands it to the other,
 * corrects a venue and takes that back, keeps favourites, has a calendar, offers another session, and leaves; the other
 * takes that over, and leaves too. Whoever gets no answer sends the same request again, as an app does.
 */
final class MemberStory extends IndexedTale {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Secret CODE = new Secret("c".repeat(16));
    private static final Venue CRANE =
            VenueBuilder.named("The Crane").in("Ennis").build();
    private static final SessionId ID = SessionBuilder.idOf("thursdays");
    private static final SessionId OTHER = SessionBuilder.idOf("another");

    private final MemberRequests requests;
    private final MemberNames names;
    private final KnownVenues venues;

    MemberStory(Table table) {
        super(table, Instant.parse("2026-11-24T12:00:00Z"));
        requests = new MemberRequests(storage().members(), storage().changes(), this::now);
        names = new MemberNames(storage().members(), this::now);
        venues = new KnownVenues(index(), storage().venues());
    }

    @Override
    public void tell() {
        patiently(() -> storage().venues().find(CRANE.id()).isPresent()
                || storage().venues().save(CRANE, SaveOutcome.NEW) instanceof SaveOutcome.Saved);
        saveProfile(People.NIAMH, "Niamh", 0);
        saveProfile(People.NIAMH, "Niamh of Doolin", 1);
        publish(session());
        ask(() -> new ChangeSession(requests, storage().sessions(), venues, index())
                .change(new ChangeSession.Command(
                        People.NIAMH,
                        ID,
                        1,
                        CRANE.id(),
                        session().craic("Loud.").build().description(),
                        session().build().timetable().schedule(),
                        null)));
        ask(() -> new SetOccurrence(requests, storage().sessions(), venues)
                .set(new SetOccurrence.Command(
                        People.NIAMH, ID, 2, THURSDAY, new OccurrenceStatus.Cancelled("A wedding"))));
        handOver(ID);
        takeOver(ID);
        look();
        ask(() -> new ChangeVenue(requests, storage().venues(), CountyBoundaries.bundled())
                .change(new ChangeVenue.Command(
                        People.NIAMH,
                        CRANE.id(),
                        1,
                        MemberUseCases.described(VenueBuilder.named("The Heron")
                                .as(CRANE.id())
                                .in("Ennis")
                                .build()),
                        false)));
        undo();
        keepFavourite(ID);
        look();
        ask(() -> new DropFavourite(requests).drop(new DropFavourite.Command(People.NIAMH, ID)));
        ask(() -> new DropFavourite(requests).drop(new DropFavourite.Command(People.NIAMH, ID)));
        keepFavourite(ID);
        keepFavourite(ID);
        keepFavourite(SessionBuilder.idOf("unknown"));
        ask(() -> new TakeDownSession(requests, storage().sessions())
                .takeDown(new TakeDownSession.Command(People.CATHAL, ID, 5)));
        publish(SessionBuilder.at(CRANE).as(OTHER).on(DayOfWeek.SUNDAY));
        handOver(OTHER);
        look();
        // Each address that is issued without an answer counts, until she leaves.
        issueCalendarAddress();
        ask(() -> new RevokeCalendarAddress(requests).revoke(new RevokeCalendarAddress.Command(People.NIAMH)));
        issueCalendarAddress();
        ask(() -> delete(People.NIAMH, DeleteMember.Fate.ORPHAN));
        look();
        takeOver(OTHER);
        look();
        // The codes are lost with the answer, but the session is offered.
        patiently(() -> delete(People.CATHAL, DeleteMember.Fate.HAND_OVER));
        look();
    }

    private void handOver(SessionId session) {
        ask(() -> new OfferSession(requests, storage().sessions(), () -> CODE)
                .offer(new OfferSession.Command(People.NIAMH, session)));
    }

    private void takeOver(SessionId session) {
        ask(() -> new TakeOverSession(requests, storage().members(), storage().sessions())
                .takeOver(new TakeOverSession.Command(People.CATHAL, null, session, CODE)));
    }

    private void keepFavourite(SessionId session) {
        ask(() -> new KeepFavourite(requests, index()).keep(new KeepFavourite.Command(People.NIAMH, session)));
    }

    private void issueCalendarAddress() {
        ask(() -> new IssueCalendarAddress(requests, () -> CODE).issue(new IssueCalendarAddress.Command(People.NIAMH)));
    }

    private DeleteMember.Deleted delete(Identity who, DeleteMember.Fate fate) {
        return new DeleteMember(
                        storage().members(),
                        storage().sessions(),
                        storage().venueHistory(),
                        storage().feedbacks(),
                        storage().voices(),
                        storage().reviews(),
                        venues,
                        storage().cases(),
                        storage().changes(),
                        names,
                        this::now,
                        () -> CODE)
                .delete(new DeleteMember.Command(who, fate, DeleteMember.ReviewFate.KEEP));
    }

    private void saveProfile(Identity who, String name, long version) {
        ask(() -> new SaveProfile(requests, names)
                .save(new SaveProfile.Command(
                        who, version, new Profile.Description(name, Set.of(), null, "About " + name))));
    }

    /** What was undone already cannot be undone again: what is stored tells that it was. */
    private void undo() {
        patiently(() -> new UndoVenueChange(
                        requests, storage().venues(), storage().venueHistory())
                .undo(new UndoVenueChange.Command(People.CATHAL, CRANE.id(), 2, 2)));
        pass(Duration.ofMinutes(10));
    }

    private void publish(SessionBuilder session) {
        Session told = session.build();
        ask(() -> new PublishSession(requests, venues, index(), told::id)
                .publish(new PublishSession.Command(
                        People.NIAMH,
                        RequestKey.of("publishSession", "the key of " + told.id(), "a body"),
                        CRANE.id(),
                        told.description(),
                        told.timetable().schedule(),
                        true)));
    }

    private static SessionBuilder session() {
        return SessionBuilder.at(CRANE).as(ID).named("The Kettle");
    }

    /** At all that is kept of either, and of what they did. */
    private void look() {
        for (Identity who : List.of(People.NIAMH, People.CATHAL)) {
            for (ReadConsistency consistency : ReadConsistency.values()) {
                ask(() -> storage().members().of(who.member(), consistency));
            }
        }
        ask(() -> storage().members().names(List.of(People.NIAMH.member(), People.CATHAL.member())));
        ask(() -> storage().venueHistory().of(CRANE.id()));
        for (SessionId session : List.of(ID, OTHER)) {
            ask(() -> storage().pages().session(session, ReadConsistency.STRONG));
        }
    }
}
