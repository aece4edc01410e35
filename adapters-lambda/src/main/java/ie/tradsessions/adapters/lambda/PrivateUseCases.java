package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.member.MemberOperations;
import ie.tradsessions.adapters.lambda.session.MemberSessionOperations;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.member.DropFavourite;
import ie.tradsessions.application.member.ExportMember;
import ie.tradsessions.application.member.IssueCalendarAddress;
import ie.tradsessions.application.member.KeepFavourite;
import ie.tradsessions.application.member.RevokeCalendarAddress;
import ie.tradsessions.application.member.SaveProfile;
import ie.tradsessions.application.member.ViewProfile;
import ie.tradsessions.application.member.WelcomeMember;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.ChangeSession;
import ie.tradsessions.application.session.EndSession;
import ie.tradsessions.application.session.ListSessionAgain;
import ie.tradsessions.application.session.OfferSession;
import ie.tradsessions.application.session.PublishSession;
import ie.tradsessions.application.session.SetOccurrence;
import ie.tradsessions.application.session.TakeDownSession;
import ie.tradsessions.application.session.TakeOverSession;
import ie.tradsessions.application.session.ViewMySession;
import ie.tradsessions.application.session.WithdrawOffer;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.application.venue.RegisterVenue;
import ie.tradsessions.application.venue.UndoVenueChange;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the private function does for members. */
public record PrivateUseCases(
        MemberSessionOperations.UseCases sessions,
        RegisterVenue registerVenue,
        ChangeVenue changeVenue,
        UndoVenueChange undoVenueChange,
        ViewMyVenue viewMyVenue,
        MemberOperations.UseCases members,
        WelcomeMember welcomeMember) {
    /**
     * @param index reads its own writes
     * @param names of members, for all pages of this process
     * @param random a source that nobody can predict; identifiers and secrets come from it
     */
    public static PrivateUseCases of(
            Storage storage, SearchIndex index, MemberNames names, InstantSource clock, RandomGenerator random) {
        MemberRequests requests = new MemberRequests(storage.members(), storage.changes(), clock);
        KnownVenues venues = new KnownVenues(index, storage.venues());
        CountyBoundaries boundaries = CountyBoundaries.bundled();
        SaveProfile saveProfile = new SaveProfile(requests, names);
        return new PrivateUseCases(
                new MemberSessionOperations.UseCases(
                        new PublishSession(requests, venues, index, () -> new SessionId(Identifier.random(random))),
                        new ChangeSession(requests, storage.sessions(), venues, index),
                        new EndSession(requests, storage.sessions(), venues),
                        new SetOccurrence(requests, storage.sessions(), venues),
                        new TakeDownSession(requests, storage.sessions()),
                        new ListSessionAgain(requests, storage.sessions()),
                        new OfferSession(requests, storage.sessions(), () -> Secret.random(random)),
                        new WithdrawOffer(requests, storage.sessions()),
                        new TakeOverSession(requests, storage.members(), storage.sessions()),
                        new ViewMySession(index, storage.pages(), names, clock)),
                new RegisterVenue(requests, index, boundaries, () -> new VenueId(Identifier.random(random))),
                new ChangeVenue(requests, storage.venues(), boundaries),
                new UndoVenueChange(requests, storage.venues(), storage.venueHistory()),
                new ViewMyVenue(storage.venues(), storage.venueHistory(), names),
                new MemberOperations.UseCases(
                        new ViewProfile(storage.members(), index, clock),
                        saveProfile,
                        new KeepFavourite(requests, index),
                        new DropFavourite(requests),
                        new IssueCalendarAddress(requests, () -> Secret.random(random)),
                        new RevokeCalendarAddress(requests),
                        new ExportMember(storage.members(), storage.sessions(), storage.venueHistory()),
                        new DeleteMember(
                                storage.members(),
                                storage.sessions(),
                                storage.venueHistory(),
                                venues,
                                storage.changes(),
                                names,
                                clock,
                                () -> Secret.random(random))),
                new WelcomeMember(storage.members(), saveProfile));
    }
}
