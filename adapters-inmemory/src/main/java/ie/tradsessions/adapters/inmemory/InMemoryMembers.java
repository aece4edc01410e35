package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Profile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

final class InMemoryMembers implements Members {
    private final InMemoryStore store;

    InMemoryMembers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public MemberFile of(MemberId member, ReadConsistency consistency) {
        return store.member(member);
    }

    @Override
    public Map<MemberId, String> names(Collection<MemberId> members) {
        Map<MemberId, String> names = new HashMap<>();
        for (MemberId member : members) {
            Profile profile = store.member(member).profile();
            if (profile != null) {
                names.put(member, profile.displayName());
            }
        }
        return names;
    }
}
