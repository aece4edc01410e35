package ie.tradsessions.application.venue;

import ie.tradsessions.application.CollectionContract;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import java.util.Optional;

/** What {@link Venues} promises. */
public abstract class VenuesContract extends CollectionContract<Venue> {
    @Override
    protected final Optional<Versioned<Venue>> find(Venue like) {
        return ports().venues().find(like.id());
    }

    @Override
    protected final SaveOutcome save(Venue venue, long expectedVersion) {
        return ports().venues().save(venue, expectedVersion);
    }

    @Override
    protected final Venue one(String key) {
        return VenueBuilder.named("Tigh Choil\u00ed " + key)
                .inIrish("Tigh " + key)
                .alsoNamed("The Old " + key, "Th' Oul' " + key)
                .in("An Spid\u00e9al")
                .from(new Source("a", key), new Source("b", key))
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
