package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;

final class InMemoryVenueHistory implements VenueHistory {
    private final InMemoryStore store;

    InMemoryVenueHistory(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<VenueChange> of(VenueId venue) {
        return store.changesOf(venue).stream().limit(MAX_SHOWN).toList();
    }

    @Override
    public List<VenueChange> by(MemberId member, VenueId venue) {
        return store.changesOf(venue).stream()
                .filter(change -> member.equals(change.by()))
                .toList();
    }
}
