package ie.tradsessions.application;

import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.search.DataSet;
import ie.tradsessions.application.search.Journal;
import ie.tradsessions.application.search.Snapshots;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueHistory;
import ie.tradsessions.application.venue.Venues;

/** Every port of one store: whoever brings a new store brings these. */
public record Storage(
        Venues venues,
        Sessions sessions,
        Feedbacks feedbacks,
        SessionPages pages,
        DataSet dataSet,
        Journal journal,
        Snapshots snapshots,
        Members members,
        VenueHistory venueHistory,
        Changes changes) {}
