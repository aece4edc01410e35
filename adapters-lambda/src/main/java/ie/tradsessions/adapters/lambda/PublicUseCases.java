package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.member.ViewCalendar;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.review.ListReviews;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;
import java.time.InstantSource;

/** What anybody may ask, without a token. */
public record PublicUseCases(
        FindSessions findSessions,
        ViewArea viewArea,
        ViewSession viewSession,
        ListOccurrences listOccurrences,
        ListReviews listReviews,
        FindVenues findVenues,
        ViewVenue viewVenue,
        ListCounties listCounties,
        ExportDataSet exportDataSet,
        ViewCalendar viewCalendar) {
    public static PublicUseCases of(SearchIndex index, Storage storage, InstantSource clock) {
        return of(index, storage, new MemberNames(storage.members(), clock), clock);
    }

    /** @param names of members, for all pages of this process */
    public static PublicUseCases of(SearchIndex index, Storage storage, MemberNames names, InstantSource clock) {
        return new PublicUseCases(
                new FindSessions(index, clock),
                new ViewArea(index, clock),
                new ViewSession(index, storage.pages(), names, clock),
                new ListOccurrences(index, storage.pages(), clock),
                new ListReviews(index, storage.reviews(), names),
                new FindVenues(index, clock),
                new ViewVenue(index, clock),
                new ListCounties(index, clock),
                new ExportDataSet(index, storage.dataSet(), storage.reviews()),
                new ViewCalendar(storage.members(), index, clock));
    }
}
