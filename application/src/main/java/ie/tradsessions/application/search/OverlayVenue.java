package ie.tradsessions.application.search;

import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A venue outside the packed segment, with what is worked out of it when it is first asked for. Immutable. */
final class OverlayVenue {
    private final Venue venue;
    private final VenueSummary summary;
    private final Lazy<List<String>> terms;
    private final Lazy<SortKey> nameKey;
    private final @Nullable Lazy<String> foldedTown;

    OverlayVenue(Venue venue) {
        this.venue = venue;
        summary = VenueSummary.of(venue);
        terms = new Lazy<>(() -> SearchTerms.sorted(SearchTerms.withoutCounty(venue)));
        nameKey = new Lazy<>(
                () -> SortKey.byText(NameOrder.of(venue.name()), venue.id().value()));
        String town = venue.place().town();
        foldedTown = town == null ? null : new Lazy<>(() -> FoldedText.fold(town));
    }

    Venue venue() {
        return venue;
    }

    VenueSummary summary() {
        return summary;
    }

    /** Sorted, without the names of the county. */
    List<String> terms() {
        return terms.get();
    }

    SortKey nameKey() {
        return nameKey.get();
    }

    @Nullable
    String foldedTown() {
        return foldedTown == null ? null : foldedTown.get();
    }
}
