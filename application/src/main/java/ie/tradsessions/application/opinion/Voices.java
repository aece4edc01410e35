package ie.tradsessions.application.opinion;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.function.Consumer;

/** What each member has said of each session; {@link ie.tradsessions.application.Changes} store it. */
public interface Voices {
    /** As it is stored now; {@link Voice#none} of version 0 where the member has said nothing. */
    Versioned<Voice> of(MemberId member, SessionId session);

    /** All that a member has said, as it is stored now, in the order of the sessions' identifiers. */
    List<Versioned<Voice>> of(MemberId member);

    /** All of every member, as {@link ie.tradsessions.application.opinion.Reviews#readAll} reads reviews. */
    void readAll(Consumer<Voice> each, Consumer<String> unreadable);
}
