package ie.tradsessions.adapters.lambda;

import ie.tradsessions.adapters.lambda.feedback.FeedbackOperations;
import ie.tradsessions.adapters.lambda.member.MemberOperations;
import ie.tradsessions.adapters.lambda.moderation.ModerationOperations;
import ie.tradsessions.adapters.lambda.review.MemberReviewOperations;
import ie.tradsessions.adapters.lambda.session.MemberSessionOperations;
import ie.tradsessions.adapters.lambda.venue.MemberVenueOperations;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.feedback.AnswerQuestion;
import ie.tradsessions.application.feedback.AskIfOn;
import ie.tradsessions.application.feedback.ConfirmNight;
import ie.tradsessions.application.feedback.SayGone;
import ie.tradsessions.application.feedback.SayStillOn;
import ie.tradsessions.application.feedback.SessionFeedback;
import ie.tradsessions.application.feedback.TakeBackConfirmation;
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
import ie.tradsessions.application.moderation.Decide;
import ie.tradsessions.application.moderation.MergeVenues;
import ie.tradsessions.application.moderation.ObjectToDecision;
import ie.tradsessions.application.moderation.OpenBurstCase;
import ie.tradsessions.application.moderation.ReportSubject;
import ie.tradsessions.application.moderation.UndoMerge;
import ie.tradsessions.application.moderation.ViewLog;
import ie.tradsessions.application.moderation.ViewQueue;
import ie.tradsessions.application.review.AnswerReview;
import ie.tradsessions.application.review.MarkHelpful;
import ie.tradsessions.application.review.PostReview;
import ie.tradsessions.application.review.ViewMyReviews;
import ie.tradsessions.application.review.WithdrawReview;
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
import ie.tradsessions.application.venue.SayVenueGone;
import ie.tradsessions.application.venue.SayVenueOpen;
import ie.tradsessions.application.venue.UndoVenueChange;
import ie.tradsessions.application.venue.ViewMyVenue;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** What the private function does for members. */
public record PrivateUseCases(
        MemberSessionOperations.UseCases sessions,
        MemberVenueOperations.UseCases venues,
        MemberReviewOperations.UseCases reviews,
        FeedbackOperations.UseCases feedback,
        ModerationOperations.UseCases moderation,
        MemberOperations.UseCases members,
        WelcomeMember welcomeMember) {
    /**
     * @param index reads its own writes
     * @param names of members, for all pages of this process
     * @param random a source that nobody can predict; identifiers and secrets come from it
     * @param pauses how long to wait before a change is tried again, after so many attempts that failed
     */
    public static PrivateUseCases of(
            Storage storage,
            SearchIndex index,
            MemberNames names,
            InstantSource clock,
            RandomGenerator random,
            IntFunction<Duration> pauses) {
        MemberRequests requests = new MemberRequests(storage.members(), storage.changes(), clock, pauses);
        KnownVenues venues = new KnownVenues(index, storage.venues());
        SessionFeedback feedback = new SessionFeedback(requests, storage.pages(), storage.voices(), venues);
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
                        new ViewMySession(
                                index,
                                storage.pages(),
                                storage.members(),
                                storage.voices(),
                                storage.reviews(),
                                names,
                                clock)),
                new MemberVenueOperations.UseCases(
                        new RegisterVenue(requests, index, boundaries, () -> new VenueId(Identifier.random(random))),
                        new ChangeVenue(requests, storage.venues(), boundaries),
                        new UndoVenueChange(requests, storage.venues(), storage.venueHistory()),
                        new SayVenueGone(requests, storage.venues(), storage.venueHistory(), index),
                        new SayVenueOpen(requests, storage.venues()),
                        new ViewMyVenue(storage.venues(), storage.venueHistory(), names)),
                new MemberReviewOperations.UseCases(
                        new PostReview(feedback, storage.reviews(), new OpenBurstCase(storage.cases())::of),
                        new WithdrawReview(feedback, storage.reviews()),
                        new MarkHelpful(feedback, storage.reviews()),
                        new AnswerReview(feedback, storage.reviews())),
                new FeedbackOperations.UseCases(
                        new ConfirmNight(feedback),
                        new TakeBackConfirmation(feedback),
                        new AskIfOn(feedback),
                        new AnswerQuestion(feedback),
                        new SayGone(feedback),
                        new SayStillOn(feedback)),
                new ModerationOperations.UseCases(
                        new ReportSubject(requests, storage.cases(), storage.sessions(), venues, storage.reviews()),
                        new ObjectToDecision(requests, storage.members(), storage.cases()),
                        new ViewQueue(
                                storage.cases(),
                                index,
                                storage.sessions(),
                                storage.reviews(),
                                storage.members(),
                                names,
                                clock),
                        new ViewLog(storage.decisionLog(), names),
                        new Decide(storage, index, clock),
                        new MergeVenues(storage, index, clock),
                        new UndoMerge(storage, index, clock)),
                new MemberOperations.UseCases(
                        new ViewProfile(storage.members(), storage.dataSet(), index, names, clock),
                        saveProfile,
                        new KeepFavourite(requests, index),
                        new DropFavourite(requests),
                        new IssueCalendarAddress(requests, () -> Secret.random(random)),
                        new RevokeCalendarAddress(requests),
                        new ViewMyReviews(index, storage.voices(), storage.reviews(), names, clock),
                        new ExportMember(
                                storage.members(), storage.sessions(), storage.venueHistory(), storage.reviews()),
                        new DeleteMember(
                                storage.members(),
                                storage.sessions(),
                                storage.venueHistory(),
                                storage.feedbacks(),
                                storage.voices(),
                                storage.reviews(),
                                venues,
                                storage.cases(),
                                storage.changes(),
                                names,
                                clock,
                                () -> Secret.random(random))),
                new WelcomeMember(storage.members(), saveProfile));
    }
}
