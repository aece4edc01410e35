package ie.tradsessions.domain.member;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything that others see and that names a member, so that all of it is found when the member leaves.
 *
 * @param organised the sessions that the member organises, at most {@value #MAX_ORGANISED} at once
 * @param shared the sessions that say that the member shared them, at most {@value #MAX_OTHERS}
 * @param changedVenues the venues with a kept change by the member, at most {@value #MAX_OTHERS}
 */
public record Contributions(
        SortedSet<SessionId> organised, SortedSet<SessionId> shared, SortedSet<VenueId> changedVenues) {
    public static final Contributions NONE =
            new Contributions(Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedSet());

    private static final int MAX_ORGANISED = 100;
    private static final int MAX_OTHERS = 2_000;

    public Contributions {
        organised = copied("organised", organised, MAX_ORGANISED, "sessions");
        shared = copied("shared", shared, MAX_OTHERS, "sessions");
        changedVenues = copied("changedVenues", changedVenues, MAX_OTHERS, "venues");
    }

    /** @throws InvalidValue if the member organises as many sessions as one may */
    public Contributions organising(SessionId session) {
        return new Contributions(with(organised, session), shared, changedVenues);
    }

    public Contributions notOrganising(SessionId session) {
        return new Contributions(without(organised, session), shared, changedVenues);
    }

    /** @throws InvalidValue if the member organises, or has shared, as many sessions as one may */
    public Contributions sharing(SessionId session) {
        return new Contributions(with(organised, session), with(shared, session), changedVenues);
    }

    /** @throws InvalidValue if the member has changed as many venues as one may */
    public Contributions changing(VenueId venue) {
        return new Contributions(organised, shared, with(changedVenues, venue));
    }

    /** Every session that names the member. */
    public Set<SessionId> sessions() {
        TreeSet<SessionId> all = new TreeSet<>(organised);
        all.addAll(shared);
        return Collections.unmodifiableSet(all);
    }

    private static <T extends Comparable<T>> SortedSet<T> copied(
            String field, SortedSet<T> some, int most, String things) {
        if (some.size() > most) {
            throw new InvalidValue(field, "at most " + most + " " + things);
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(some));
    }

    private static <T extends Comparable<T>> SortedSet<T> with(SortedSet<T> some, T one) {
        TreeSet<T> all = new TreeSet<>(some);
        all.add(one);
        return all;
    }

    private static <T extends Comparable<T>> SortedSet<T> without(SortedSet<T> some, T one) {
        TreeSet<T> rest = new TreeSet<>(some);
        rest.remove(one);
        return rest;
    }
}
