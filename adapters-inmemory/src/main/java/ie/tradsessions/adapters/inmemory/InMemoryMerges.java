package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.moderation.Merges;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Optional;

final class InMemoryMerges implements Merges {
    private final InMemoryStore store;

    InMemoryMerges(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<MergeRecord>> of(VenueId from) {
        return store.moderation(its -> its.merge(from));
    }
}
