package ie.tradsessions.application.opinion;

import ie.tradsessions.application.AggregateStore;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.session.SessionId;

/** What players say of every session. A session of which nobody has said anything has none. */
public interface Feedbacks extends AggregateStore<SessionId, Feedback> {}
