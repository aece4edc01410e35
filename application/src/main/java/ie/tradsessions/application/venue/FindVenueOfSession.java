package ie.tradsessions.application.venue;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.VenueCard;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.search.SearchText;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the venue that a record of a session means, among those that are known: by source, else by name. */
public final class FindVenueOfSession {
    private static final int PAGE = 100;

    private final SearchIndex index;

    public FindVenueOfSession(SearchIndex index) {
        this.index = index;
    }

    /**
     * @param source what the record may mean by a key, or null where it can be none
     * @param named what the record may mean by a name, or null where a name says nothing
     */
    public record Query(@Nullable Source source, @Nullable Named named) {}

    /** A name that only one venue has, in the town and the county if they are given. */
    public record Named(
            String name, @Nullable String town, @Nullable County county) {}

    public sealed interface Outcome {
        record Found(VenueId id) implements Outcome {}

        record NoSuchVenue() implements Outcome {}

        record SeveralVenues() implements Outcome {}
    }

    public Outcome find(Query query) {
        Index current = index.current();
        Optional<VenueId> bySource = Optional.ofNullable(query.source()).flatMap(current::from);
        if (bySource.isPresent()) {
            return new Outcome.Found(bySource.get());
        }
        return query.named() == null ? new Outcome.NoSuchVenue() : find(query.named(), current);
    }

    private static Outcome find(Named named, Index index) {
        if (SearchText.of(named.name()).isEmpty()) {
            return new Outcome.NoSuchVenue();
        }
        // How many sessions a venue has does not matter here.
        Instant anyMoment = Instant.EPOCH;
        Set<VenueId> found = new LinkedHashSet<>();
        Set<VenueId> formerly = new LinkedHashSet<>();
        @Nullable PageToken after = null;
        do {
            Page<VenueCard> page =
                    index.find(new VenueQuery(named.name(), null, named.county()), anyMoment, PAGE, after);
            for (VenueCard card : page.items()) {
                index.venue(card.venue().id())
                        .map(Versioned::value)
                        .filter(venue -> isInTown(venue, named.town()))
                        .ifPresent(venue -> {
                            if (has(venue.names(), named.name())) {
                                found.add(venue.id());
                            } else if (has(venue.formerNames(), named.name())) {
                                formerly.add(venue.id());
                            }
                        });
            }
            after = page.next();
        } while (after != null && found.size() < 2);
        // Who has the name now is meant rather than who had it once.
        Set<VenueId> meant = found.isEmpty() ? formerly : found;
        return switch (meant.size()) {
            case 0 -> new Outcome.NoSuchVenue();
            case 1 -> new Outcome.Found(meant.iterator().next());
            default -> new Outcome.SeveralVenues();
        };
    }

    private static boolean isInTown(Venue venue, @Nullable String town) {
        String itsTown = venue.place().town();
        return town == null || (itsTown != null && FoldedText.fold(itsTown).equals(FoldedText.fold(town)));
    }

    private static boolean has(List<String> names, String name) {
        String folded = FoldedText.fold(name);
        return names.stream().map(FoldedText::fold).anyMatch(folded::equals);
    }
}
