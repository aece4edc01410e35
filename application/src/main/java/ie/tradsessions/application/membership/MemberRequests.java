package ie.tradsessions.application.membership;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what members ask for. Each change counts against the member's quota, and one that has a key is made once:
 * both are stored in one transaction with the change itself. What is refused changes nothing, and so counts for nothing:
 * whoever may not, asks for what is not there or is stale, tries as often as they like. Where somebody else was faster it is tried again, on what is
 * stored by then.
 */
public final class MemberRequests {
    private final Members members;
    private final Changes changes;
    private final InstantSource clock;
    private final IntFunction<Duration> pauses;

    /** Tries again at once where somebody else was faster. */
    public MemberRequests(Members members, Changes changes, InstantSource clock) {
        this(members, changes, clock, failed -> Duration.ZERO);
    }

    /** @param pauses how long to wait after so many attempts that failed: at random, so that not all come back at once */
    public MemberRequests(Members members, Changes changes, InstantSource clock, IntFunction<Duration> pauses) {
        this.members = members;
        this.changes = changes;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * A request as a use case describes it.
     *
     * @param key by which it is recognised when it is sent again, or null where it has none
     * @param refused makes the outcome of a refusal
     * @param again makes the outcome of a request that was carried out before, from its result
     * @param evenBlocked whether a member may ask for it who is blocked
     * @param step decides, from what is kept of the member now, what is to be stored; it may be asked several times
     */
    public record Request<O>(
            Identity who,
            @Nullable RequestKey key,
            Function<Refusal, O> refused,
            Function<String, O> again,
            boolean evenBlocked,
            BiFunction<MemberFile, Instant, Step<O>> step) {
        /** One that nobody may make who is blocked. */
        public Request(
                Identity who,
                @Nullable RequestKey key,
                Function<Refusal, O> refused,
                Function<String, O> again,
                BiFunction<MemberFile, Instant, Step<O>> step) {
            this(who, key, refused, again, false, step);
        }
    }

    public <O> O carryOut(Request<O> request) {
        return Attempts.untilSaved(
                "what " + request.who().member() + " keeps or changes", clock, pauses, () -> attempt(request));
    }

    /** Empty where somebody else was faster. */
    private <O> Optional<O> attempt(Request<O> request) {
        Instant now = clock.instant();
        MemberFile file = members.of(request.who().member(), ReadConsistency.STRONG);
        Block block = file.blockAt(now);
        if (block != null && !request.evenBlocked()) {
            return Optional.of(request.refused().apply(new Refusal.Blocked(block)));
        }
        return switch (file.activity().value().admit(request.key(), now, file.isNewcomer(now))) {
            case Activity.Admission.OverQuota(var retryAfter) ->
                Optional.of(request.refused().apply(new Refusal.OverQuota(retryAfter)));
            case Activity.Admission.KeyUsedForOther() ->
                Optional.of(request.refused().apply(new Refusal.KeyUsedForOther()));
            case Activity.Admission.DoneBefore(var result) ->
                Optional.of(request.again().apply(result));
            case Activity.Admission.Admitted(var next) ->
                switch (request.step().apply(file, now)) {
                    case Step.Answer<O>(var outcome) -> Optional.of(outcome);
                    case Step.Save<O> save -> saved(request, save, file, next, now);
                };
        };
    }

    private <O> Optional<O> saved(
            Request<O> request, Step.Save<O> save, MemberFile file, Activity counted, Instant now) {
        Activity next = counted.with(save.contributions());
        next = save.question() ? next.asking(now) : next;
        RequestKey key = request.key();
        if (key != null) {
            next = next.withResult(key, now, save.result());
        }
        List<Change> all = new ArrayList<>(save.changes());
        all.add(new Change.SaveActivity(next, file.activity().version() + 1));
        return switch (changes.save(all)) {
            case ChangeOutcome.Saved() -> Optional.of(save.outcome());
            case ChangeOutcome.Stale() -> Optional.empty();
        };
    }
}
