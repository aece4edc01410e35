package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.session.Rights;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports a session, a venue or a review to the moderators. Any member may, once for each; who it was is not kept. A
 * review that was changed since may be reported again.
 */
public final class ReportSubject {
    private final MemberRequests requests;
    private final Cases cases;
    private final Sessions sessions;
    private final KnownVenues venues;
    private final Reviews reviews;

    public ReportSubject(MemberRequests requests, Cases cases, Sessions sessions, KnownVenues venues, Reviews reviews) {
        this.requests = requests;
        this.cases = cases;
        this.sessions = sessions;
        this.venues = venues;
        this.reviews = reviews;
    }

    /** @param text what the member adds, or null */
    public record Command(
            Identity who,
            Subject subject,
            Reason reason,
            @Nullable String text) {
        public Command {
            if (!reason.isForMembers()) {
                throw new InvalidValue(
                        "reason",
                        Stream.of(Reason.values())
                                .filter(Reason::isForMembers)
                                .map(Reason::name)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    public sealed interface Outcome {
        /** The moderators know of it, be it from before. */
        record Reported() implements Outcome {}

        /** The member sees nothing of that kind. */
        record NoSuchSubject(Subject subject) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * What is reported.
     *
     * @param subject another one than that of the command where a venue was merged into another
     * @param changedAt as in {@link Case#isReportedBy}
     */
    private record Seen(Subject subject, @Nullable Instant changedAt) {}

    /** @throws InvalidValue if the text is too long */
    public Outcome report(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Reported(),
                (file, now) -> step(command, file, now)));
    }

    private Step<Outcome> step(Command command, MemberFile file, Instant now) {
        Optional<Seen> seen = seen(command, now);
        if (seen.isEmpty()) {
            return new Step.Answer<>(new Outcome.NoSuchSubject(command.subject()));
        }
        Subject subject = seen.get().subject();
        Report report = Report.by(command.who().member(), subject, command.reason(), command.text(), now);
        Optional<Versioned<Case>> known = cases.find(subject);
        if (known.isPresent()
                && known.get()
                        .value()
                        .isReportedBy(report.reporter(), seen.get().changedAt())) {
            return new Step.Answer<>(new Outcome.Reported());
        }
        Case next = known.map(its -> its.value().with(report)).orElseGet(() -> Case.of(subject, report));
        return new Step.Save<>(
                new Outcome.Reported(),
                "",
                List.of(new Change.SaveCase(known.orElse(null), next)),
                file.activity().value().contributions());
    }

    private Optional<Seen> seen(Command command, Instant now) {
        return switch (command.subject()) {
            case Subject.OfSession(var id) ->
                sessions.find(id)
                        .filter(session ->
                                Rights.of(command.who(), session.value(), now).see())
                        .map(session -> new Seen(command.subject(), null));
            case Subject.OfVenue(var id) ->
                venues.find(id).map(Venue::id).map(live -> new Seen(new Subject.OfVenue(live), null));
            case Subject.OfReview(var session, var number) ->
                reviews.find(session, number)
                        .map(Versioned::value)
                        .filter(Review::isShown)
                        .map(review -> new Seen(command.subject(), review.changedAt()));
            // Nobody sees them.
            case Subject.HeldReviews held -> Optional.empty();
        };
    }
}
