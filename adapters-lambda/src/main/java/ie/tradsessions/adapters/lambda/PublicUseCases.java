package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.place.SessionCounts;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.application.venue.VenueDirectory;
import java.time.InstantSource;

/** What anybody may ask, without a token. */
public record PublicUseCases(
        FindSessions findSessions,
        ViewArea viewArea,
        ViewSession viewSession,
        ListOccurrences listOccurrences,
        FindVenues findVenues,
        ViewVenue viewVenue,
        ListCounties listCounties,
        ExportDataSet exportDataSet) {
    public static PublicUseCases of(
            SessionDirectory sessions,
            SessionPages pages,
            VenueDirectory venues,
            SessionCounts counts,
            DataSet dataSet,
            InstantSource clock) {
        return new PublicUseCases(
                new FindSessions(sessions, clock),
                new ViewArea(sessions, clock),
                new ViewSession(pages, clock),
                new ListOccurrences(pages, clock),
                new FindVenues(venues),
                new ViewVenue(pages, clock),
                new ListCounties(counts),
                new ExportDataSet(dataSet));
    }
}
