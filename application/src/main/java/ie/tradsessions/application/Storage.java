package ie.tradsessions.application;

import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.moderation.Cases;
import ie.tradsessions.application.moderation.DecisionLog;
import ie.tradsessions.application.moderation.Merges;
import ie.tradsessions.application.opinion.Feedbacks;
import ie.tradsessions.application.opinion.Reviews;
import ie.tradsessions.application.opinion.Voices;
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
        Reviews reviews,
        Voices voices,
        DataSet dataSet,
        Journal journal,
        Snapshots snapshots,
        Members members,
        VenueHistory venueHistory,
        Cases cases,
        DecisionLog decisionLog,
        Merges merges,
        Changes changes) {}
