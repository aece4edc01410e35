package ie.tradsessions.application.venue;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.application.CollectionContract;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;

/** What {@link Venues} promises. */
public abstract class VenuesContract extends CollectionContract<VenueId, Venue> {
    @Override
    protected final AggregateStore<VenueId, Venue> aggregatesOf(Storage storage) {
        return storage.venues();
    }

    @Override
    protected final VenueId idOf(Venue venue) {
        return venue.id();
    }

    @Override
    protected final Venue one(String key) {
        return VenueBuilder.named("Tigh Choil\u00ed " + key)
                .inIrish("Tigh " + key)
                .alsoNamed("The Old " + key, "Th' Oul' " + key)
                .formerlyNamed("The Harp " + key)
                .in("An Spid\u00e9al")
                .from(new Source("a", key), new Source("b", key))
                .closedBy(new Source("b", key), LocalDate.of(2026, 11, 24))
                .build();
    }

    @Override
    protected final Venue changed(Venue venue, String word) {
        return VenueBuilder.named(word)
                .as(venue.id())
                .alsoNamed("The Old " + word)
                .in("T\u014dky\u014d")
                .from(new Source("c", word))
                .build();
    }
}
