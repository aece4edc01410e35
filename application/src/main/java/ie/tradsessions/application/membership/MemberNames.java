package ie.tradsessions.application.membership;

import ie.tradsessions.domain.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of members for pages that show them. A name is kept for a minute, so that most pages cost no read; what a
 * member changes here is known here at once, and elsewhere within that minute.
 */
public final class MemberNames {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MAX_KEPT = 1_000;

    private final Members members;
    private final InstantSource clock;
    private final Map<MemberId, Known> known = new LinkedHashMap<>();

    /** @param name empty where the member has none */
    private record Known(Optional<String> name, Instant readAt) {}

    public MemberNames(Members members, InstantSource clock) {
        this.members = members;
        this.clock = clock;
    }

    /** A member is called so from now on, whatever was read of it before. */
    public void renamed(MemberId member, String name) {
        keep(member, Optional.of(name), clock.instant());
    }

    /** A member has no name any more. */
    public void forgotten(MemberId member) {
        keep(member, Optional.empty(), clock.instant());
    }

    private void keep(MemberId member, Optional<String> name, Instant at) {
        synchronized (known) {
            known.remove(member);
            known.put(member, new Known(name, at));
            limit();
        }
    }

    /** Of those who have one: former members have none. */
    public Map<MemberId, String> of(Collection<MemberId> wanted) {
        Instant now = clock.instant();
        Map<MemberId, String> names = new HashMap<>();
        List<MemberId> unknown = new ArrayList<>();
        synchronized (known) {
            for (MemberId member : wanted) {
                Known its = known.get(member);
                if (its == null || !isNew(its, now)) {
                    unknown.add(member);
                } else {
                    its.name().ifPresent(name -> names.put(member, name));
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<MemberId, String> read = members.names(unknown);
            names.putAll(read);
            keep(unknown, read, now);
        }
        return Map.copyOf(names);
    }

    private void keep(List<MemberId> asked, Map<MemberId, String> read, Instant now) {
        synchronized (known) {
            for (MemberId member : asked) {
                Known its = known.get(member);
                // Who was renamed while we were reading keeps the new name.
                if (its == null || !isNew(its, now)) {
                    keep(member, Optional.ofNullable(read.get(member)), now);
                }
            }
        }
    }

    private void limit() {
        // The first are those that were read longest ago.
        var oldest = known.keySet().iterator();
        while (known.size() > MAX_KEPT) {
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isNew(Known its, Instant now) {
        return !now.isBefore(its.readAt()) && now.isBefore(its.readAt().plus(KEPT));
    }
}
