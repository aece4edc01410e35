package ie.tradsessions.application.venue;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes one venue for a member, and keeps what was changed. */
final class VenueEditor {
    private final MemberRequests requests;
    private final Venues venues;

    VenueEditor(MemberRequests requests, Venues venues) {
        this.requests = requests;
        this.venues = venues;
    }

    /**
     * One change.
     *
     * @param expectedVersion the version that was seen, or null where that does not matter
     * @param outcome makes the use case's own outcome of one that every change may have
     * @param next what is to become of the venue
     */
    record Edit<O>(
            Identity who,
            VenueId venue,
            @Nullable Long expectedVersion,
            Function<VenueEdit, O> outcome,
            Changing<O> next) {}

    /** What a use case does to a venue. */
    interface Changing<O> {
        /** @param file of the member who changes it */
        Next<O> of(Venue venue, MemberFile file, Instant now);
    }

    sealed interface Next<O> {
        record Is<O>(Venue venue) implements Next<O> {}

        /** It stays as it is. */
        record Refused<O>(O outcome) implements Next<O> {}
    }

    <O> O carryOut(Edit<O> edit) {
        return requests.carryOut(new MemberRequests.Request<>(
                edit.who(),
                null,
                refusal -> edit.outcome().apply(new VenueEdit.Refused(refusal)),
                result -> edit.outcome().apply(new VenueEdit.Changed(Long.parseLong(result))),
                (file, now) -> step(edit, file, now)));
    }

    private <O> Step<O> step(Edit<O> edit, MemberFile file, Instant now) {
        Optional<Versioned<Venue>> found = venues.find(edit.venue());
        if (found.isEmpty() || found.get().value().isMerged()) {
            return answer(edit, new VenueEdit.NoSuchVenue(edit.venue()));
        }
        Venue venue = found.get().value();
        long version = found.get().version();
        Long expected = edit.expectedVersion();
        if (expected != null && expected != version) {
            return answer(
                    edit,
                    version == expected + 1 && isSoAlready(edit, venue, file, now)
                            ? new VenueEdit.Changed(version)
                            : new VenueEdit.Stale(version));
        }
        return switch (edit.next().of(venue, file, now)) {
            case Next.Refused<O>(var outcome) -> new Step.Answer<>(outcome);
            case Next.Is<O>(var next) when next.equals(venue) -> answer(edit, new VenueEdit.Changed(version));
            case Next.Is<O>(var next) -> {
                VenueChange change =
                        new VenueChange(venue.id(), version + 1, edit.who().member(), now, venue, next);
                yield new Step.Save<>(
                        edit.outcome().apply(new VenueEdit.Changed(version + 1)),
                        Long.toString(version + 1),
                        List.of(
                                new Change.Save(new StoredAggregate.OfVenue(next, version + 1)),
                                new Change.KeepVenueChange(change)),
                        file.activity().value().contributions().changing(venue.id()));
            }
        };
    }

    /** Whoever was not told that the change was made, and asks for it again, has lost nothing (RFC 9110, 13.1.1). */
    private static <O> boolean isSoAlready(Edit<O> edit, Venue venue, MemberFile file, Instant now) {
        return edit.next().of(venue, file, now) instanceof Next.Is<O>(var wanted) && wanted.equals(venue);
    }

    private static <O> Step<O> answer(Edit<O> edit, VenueEdit outcome) {
        return new Step.Answer<>(edit.outcome().apply(outcome));
    }
}
