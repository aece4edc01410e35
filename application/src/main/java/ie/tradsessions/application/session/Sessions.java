package ie.tradsessions.application.session;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;

/** All sessions, those that have ended too. */
public interface Sessions extends AggregateStore<SessionId, Session> {}
