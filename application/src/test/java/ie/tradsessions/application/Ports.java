package ie.tradsessions.application;

import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.feedback.Feedbacks;
import ie.tradsessions.application.place.SessionCounts;
import ie.tradsessions.application.session.SessionDirectory;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.Sessions;
import ie.tradsessions.application.venue.VenueDirectory;
import ie.tradsessions.application.venue.Venues;

/** Every driven port of one storage: what is saved through one of them is answered by the others. */
public record Ports(
        Venues venues,
        Sessions sessions,
        Feedbacks feedbacks,
        VenueDirectory venueDirectory,
        SessionDirectory sessionDirectory,
        SessionPages sessionPages,
        SessionCounts sessionCounts,
        DataSet dataSet) {}
