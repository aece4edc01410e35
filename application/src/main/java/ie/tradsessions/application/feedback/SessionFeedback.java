package ie.tradsessions.application.feedback;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.application.session.Rights;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.application.venue.KnownVenues;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries out what a member says of a session. What the member has said of it so far is stored in the same transaction as
 * what is counted, so that each counts once: whoever says the same again changes nothing.
 */
public final class SessionFeedback {
    private final MemberRequests requests;
    private final SessionPages pages;
    private final Voices voices;
    private final KnownVenues venues;

    public SessionFeedback(MemberRequests requests, SessionPages pages, Voices voices, KnownVenues venues) {
        this.requests = requests;
        this.pages = pages;
        this.voices = voices;
        this.venues = venues;
    }

    /**
     * A request as a use case describes it.
     *
     * @param noSuchSession the outcome where there is none, or where the member may not see it
     * @param refused makes the outcome of a refusal
     * @param next decides, from what is stored now; it may be asked several times
     */
    public record Request<O>(
            Identity who,
            SessionId session,
            O noSuchSession,
            Function<Refusal, O> refused,
            Function<Scene, Next<O>> next) {}

    /** What is stored of the session and of the member, and when and where that is. */
    public record Scene(
            Identity who, MemberFile file, SessionPage page, Versioned<Voice> spoken, ZoneId zone, Instant now) {
        public Session session() {
            return page.session();
        }

        public Feedback feedback() {
            return page.feedback();
        }

        public Voice voice() {
            return spoken.value();
        }

        public Author author() {
            return new Author.Member(who.member());
        }

        /** The date of tonight at the venue. */
        public LocalDate tonight() {
            return Night.of(now, zone);
        }

        public boolean byOrganiser() {
            return session().isOrganisedBy(who.member());
        }
    }

    /** What is to become of it. */
    public sealed interface Next<O> {
        /** Nothing is to be stored. */
        record Stays<O>(O outcome) implements Next<O> {}

        /**
         * What differs from what is stored is to be stored.
         *
         * @param more what else belongs to it
         * @param question whether it counts as a question to others
         */
        record Becomes<O>(O outcome, Feedback feedback, Voice voice, List<Change> more, boolean question)
                implements Next<O> {
            public Becomes {
                more = List.copyOf(more);
            }

            private boolean revisesReviews() {
                return more.stream().anyMatch(change -> change instanceof Change.SaveReview save && save.revises());
            }

            public Becomes(O outcome, Feedback feedback, Voice voice) {
                this(outcome, feedback, voice, List.of(), false);
            }
        }
    }

    public <O> O carryOut(Request<O> request) {
        return requests.carryOut(new MemberRequests.Request<>(
                request.who(),
                null,
                request.refused(),
                result -> {
                    throw new IllegalStateException("a request without a key has no result: " + result);
                },
                (file, now) -> step(request, file, now)));
    }

    private <O> Step<O> step(Request<O> request, MemberFile file, Instant now) {
        Optional<SessionPage> page = pages.session(request.session(), ReadConsistency.STRONG);
        if (page.isEmpty()
                || !Rights.of(request.who(), page.get().session(), now).see()) {
            return new Step.Answer<>(request.noSuchSession());
        }
        Optional<Venue> venue = venues.find(page.get().session().venue());
        if (venue.isEmpty()) {
            return new Step.Answer<>(request.noSuchSession());
        }
        Versioned<Voice> spoken = voices.of(request.who().member(), request.session());
        Scene scene =
                new Scene(request.who(), file, page.get(), spoken, venue.get().timeZone(), now);
        return switch (request.next().apply(scene)) {
            case Next.Stays<O>(var outcome) -> new Step.Answer<>(outcome);
            case Next.Becomes<O> becomes -> step(scene, becomes);
        };
    }

    private static <O> Step<O> step(Scene scene, Next.Becomes<O> becomes) {
        List<Change> changes = new ArrayList<>();
        if (!becomes.feedback().equals(scene.feedback()) || becomes.revisesReviews()) {
            changes.add(new Change.Save(new StoredAggregate.OfFeedback(
                    becomes.feedback(), scene.page().feedbackVersion() + 1)));
        }
        changes.addAll(becomes.more());
        if (!becomes.voice().equals(scene.voice())
                || (!changes.isEmpty() && scene.spoken().version() == 0)) {
            changes.add(new Change.SaveVoice(becomes.voice(), scene.spoken().version() + 1));
        }
        return changes.isEmpty()
                ? new Step.Answer<>(becomes.outcome())
                : new Step.Save<>(
                        becomes.outcome(),
                        "",
                        changes,
                        scene.file().activity().value().contributions(),
                        becomes.question());
    }
}
