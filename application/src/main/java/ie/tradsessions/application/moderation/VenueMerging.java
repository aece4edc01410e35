package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.application.venue.Venues;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges a venue into another one, and undoes it. First the venue is marked, and the other one takes over what it knows:
 * from then on no list of venues shows it, and its address leads to the other. What is decided by that is decided in the
 * same transaction. Then its sessions move, each in a transaction with the record of it. So every session is at one of the
 * two at each moment, and listed there; whoever is interrupted asks again, and the rest is done.
 */
final class VenueMerging {
    private final Venues venues;
    private final VenueHistory history;
    private final Sessions sessions;
    private final Members members;
    private final Merges merges;
    private final Cases cases;
    private final Changes changes;
    private final SearchIndex index;
    private final InstantSource clock;

    VenueMerging(Storage storage, SearchIndex index, InstantSource clock) {
        venues = storage.venues();
        history = storage.venueHistory();
        sessions = storage.sessions();
        members = storage.members();
        merges = storage.merges();
        cases = storage.cases();
        changes = storage.changes();
        this.index = index;
        this.clock = clock;
    }

    sealed interface Beginning {
        /** @param changes that mark it, to be stored together; none where it is marked from before */
        record Marked(List<Change> changes) implements Beginning {
            public Marked {
                changes = List.copyOf(changes);
            }
        }

        record NoSuchVenue(VenueId venue) implements Beginning {}

        record IsMerged(VenueId venue, VenueId into) implements Beginning {}
    }

    /**
     * What begins a merge, with its entry in the log. What is reported of the venue that goes, the caller decides.
     *
     * @throws ie.tradsessions.domain.InvalidValue if both are the same, or have more sources than one may have
     */
    Beginning begin(VenueId from, VenueId into, MemberId moderator, Decided decided) {
        Optional<Versioned<Venue>> source = venues.find(from);
        Optional<Versioned<Venue>> target = venues.find(into);
        if (source.isEmpty() || target.isEmpty()) {
            return new Beginning.NoSuchVenue(source.isEmpty() ? from : into);
        }
        VenueId before = source.get().value().mergedInto();
        if (before != null) {
            return before.equals(into) ? new Beginning.Marked(List.of()) : new Beginning.IsMerged(from, before);
        }
        VenueId further = target.get().value().mergedInto();
        if (further != null) {
            return new Beginning.IsMerged(into, further);
        }
        Versioned<MergeRecord> unfinished = merges.of(from).orElse(null);
        if (unfinished != null && !unfinished.value().into().equals(into)) {
            return new Beginning.IsMerged(from, unfinished.value().into());
        }
        long version = source.get().version() + 1;
        long change = target.get().version() + 1;
        Venue enriched = target.get().value().enrichedBy(source.get().value().open());
        MergeRecord record = new MergeRecord(
                from, into, unfinished == null ? List.of() : unfinished.value().moved(), decided.at(), change);
        List<Change> all = new ArrayList<>();
        all.add(new Change.Save(new StoredAggregate.OfVenue(source.get().value().mergedInto(into), version)));
        all.addAll(changed(target.get(), enriched, moderator, decided.at()));
        all.add(new Change.SaveMerge(record, unfinished == null ? 1 : unfinished.version() + 1));
        all.add(new Change.AppendDecision(new LogEntry(
                version,
                moderator,
                new Subject.OfVenue(from),
                decided,
                source.get().value().name(),
                target.get().value().name())));
        decidedOf(into, decided).ifPresent(all::add);
        return new Beginning.Marked(all);
    }

    /** Whoever reported only that the venue that stays is there twice is right, and the venue is in order from now on. */
    private Optional<Change> decidedOf(VenueId into, Decided decided) {
        return cases.find(new Subject.OfVenue(into))
                .filter(its -> its.value().waitsOnlyBecauseOf(Reason.DUPLICATE))
                .map(its -> new Change.SaveCase(
                        its, its.value().with(new Decided(new Decision.Keep(), decided.note(), decided.at()))));
    }

    /** Moves the sessions that are left at a venue that is marked; answers those that were moved, be it before. */
    List<SessionId> finish(VenueId from, VenueId into) {
        List<SessionId> left = leftAt(from, into);
        while (!left.isEmpty()) {
            left.forEach(session -> Attempts.untilSaved("session " + session, failed -> move(session, from, into)));
            left = leftAt(from, into);
        }
        return merges.of(from).map(record -> record.value().moved()).orElse(List.of());
    }

    /** None where the merge was undone meanwhile: there they stay. */
    private List<SessionId> leftAt(VenueId from, VenueId into) {
        boolean marked = venues.find(from)
                .filter(venue -> into.equals(venue.value().mergedInto()))
                .isPresent();
        return marked ? index.latest().allSessionsAt(from) : List.of();
    }

    /** The venue in a new version, even where nothing of it changes: it must not be merged itself in the meantime. */
    private List<Change> changed(Versioned<Venue> before, Venue after, MemberId moderator, Instant now) {
        long version = before.version() + 1;
        VenueChange change = new VenueChange(after.id(), version, moderator, now, before.value(), after);
        Change save = new Change.Save(new StoredAggregate.OfVenue(after, version));
        if (change.fields().isEmpty()) {
            return List.of(save);
        }
        Versioned<Activity> activity =
                members.of(moderator, ReadConsistency.STRONG).activity();
        return List.of(
                save,
                new Change.KeepVenueChange(change),
                new Change.SaveActivity(
                        activity.value().with(activity.value().contributions().changing(after.id())),
                        activity.version() + 1));
    }

    /** Empty where somebody else was faster. */
    private Optional<Boolean> move(SessionId id, VenueId from, VenueId into) {
        Optional<Versioned<MergeRecord>> record = merges.of(from);
        Optional<Versioned<Session>> session =
                sessions.find(id).filter(its -> its.value().venue().equals(from));
        if (record.isEmpty() || session.isEmpty()) {
            return Optional.of(false);
        }
        List<Change> all = List.of(
                new Change.Save(new StoredAggregate.OfSession(
                        session.get().value().withVenue(into), session.get().version() + 1)),
                new Change.SaveMerge(
                        record.get().value().moving(id), record.get().version() + 1));
        return saved(all) ? Optional.of(true) : Optional.empty();
    }

    // Back

    sealed interface UndoResult {
        record Undone(List<SessionId> moved) implements UndoResult {}

        record NoSuchMerge() implements UndoResult {}

        /** The other venue was merged itself meanwhile; that has to be undone first. */
        record IsMerged(VenueId venue, VenueId into) implements UndoResult {}
    }

    UndoResult undo(VenueId from, MemberId moderator, String note) {
        Optional<UndoResult> refused = Attempts.untilSaved("venue " + from, failed -> unmark(from, moderator, note));
        if (refused.isPresent()) {
            return refused.get();
        }
        List<SessionId> back = new ArrayList<>();
        Attempts.untilSaved("merge of " + from, failed -> {
            Optional<Versioned<MergeRecord>> record = merges.of(from);
            if (record.isEmpty()) {
                return Optional.of(true);
            }
            for (SessionId session : record.get().value().moved()) {
                if (Attempts.untilSaved("session " + session, again -> moveBack(session, from))) {
                    back.add(session);
                }
            }
            // Whoever was merging it at the same moment may have moved another one.
            return merges.of(from)
                    .map(rest ->
                            rest.value().moved().isEmpty() && saved(List.of(new Change.DropMerge(from, rest.version())))
                                    ? Optional.of(true)
                                    : Optional.<Boolean>empty())
                    .orElse(Optional.of(true));
        });
        return new UndoResult.Undone(List.copyOf(back));
    }

    private Optional<Optional<UndoResult>> unmark(VenueId from, MemberId moderator, String note) {
        Optional<Versioned<MergeRecord>> record = merges.of(from);
        Optional<Versioned<Venue>> source = venues.find(from);
        if (record.isEmpty() || source.isEmpty()) {
            return Optional.of(Optional.of(new UndoResult.NoSuchMerge()));
        }
        if (!source.get().value().isMerged()) {
            return Optional.of(Optional.empty());
        }
        VenueId into = record.get().value().into();
        Optional<Versioned<Venue>> target = venues.find(into);
        VenueId further = target.map(its -> its.value().mergedInto()).orElse(null);
        if (further != null) {
            return Optional.of(Optional.of(new UndoResult.IsMerged(into, further)));
        }
        Instant now = clock.instant();
        long version = source.get().version() + 1;
        Venue separate = source.get().value().separate();
        List<Change> all = new ArrayList<>();
        all.add(new Change.Save(new StoredAggregate.OfVenue(separate, version)));
        target.ifPresent(its -> all.addAll(
                changed(its, without(its.value(), separate, record.get().value()), moderator, now)));
        Decided decided = new Decided(new Decision.Keep(), note, now);
        all.add(new Change.AppendDecision(
                new LogEntry(version, moderator, new Subject.OfVenue(from), decided, separate.name(), null)));
        return saved(all) ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /** What the other venue took over is given back, as far as nobody changed it since. */
    private Venue without(Venue target, Venue source, MergeRecord record) {
        @Nullable
        VenueChange change = history.of(target.id()).stream()
                .filter(one -> one.version() == record.change())
                .findFirst()
                .orElse(null);
        List<Source> own = change == null ? List.of() : change.before().sources();
        Venue undone = change == null ? target : change.undoneIn(target).orElse(target);
        return undone.withoutSources(
                source.sources().stream().filter(one -> !own.contains(one)).toList());
    }

    /** Empty where somebody else was faster; else whether the session was moved. */
    private Optional<Boolean> moveBack(SessionId id, VenueId from) {
        Optional<Versioned<MergeRecord>> record = merges.of(from);
        if (record.isEmpty()) {
            return Optional.of(false);
        }
        VenueId into = record.get().value().into();
        Optional<Versioned<Session>> session =
                sessions.find(id).filter(its -> its.value().venue().equals(into));
        List<Change> all = new ArrayList<>();
        all.add(new Change.SaveMerge(
                record.get().value().without(id), record.get().version() + 1));
        session.ifPresent(its -> all.add(
                new Change.Save(new StoredAggregate.OfSession(its.value().withVenue(from), its.version() + 1))));
        return saved(all) ? Optional.of(session.isPresent()) : Optional.empty();
    }

    private boolean saved(List<Change> all) {
        return changes.save(all) instanceof ChangeOutcome.Saved;
    }
}
