package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;

/** What anybody may ask, without a token. */
public record PublicUseCases(
        FindSessions findSessions,
        ViewArea viewArea,
        ViewSession viewSession,
        ListOccurrences listOccurrences,
        FindVenues findVenues,
        ViewVenue viewVenue,
        ListCounties listCounties,
        ExportDataSet exportDataSet) {}
