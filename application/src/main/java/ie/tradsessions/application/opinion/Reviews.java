package ie.tradsessions.application.opinion;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reviews of every session; {@link ie.tradsessions.application.Changes} store them. */
public interface Reviews {
    /** A review as it is stored now, whoever may see it; empty where there is none or it was withdrawn. */
    Optional<Versioned<Review>> find(SessionId session, int number);

    /** Which review it is. */
    record Id(SessionId session, int number) {}

    /** Those of many that are there, in the order in which they are asked for, each as {@link #find} finds it. */
    List<Versioned<Review>> findAll(List<Id> ids);

    /**
     * Those that are shown, newest first.
     *
     * @param before only those of lower numbers, or null for the newest
     * @param limit 1 or more
     */
    List<Versioned<Review>> shown(SessionId session, @Nullable Integer before, int limit, ReadConsistency consistency);

    /** Those that are held or hidden, as they are stored now, newest first. */
    List<Versioned<Review>> notShown(SessionId session);

    /**
     * All of them, of every session and in no particular order. What is saved meanwhile may be among them or not.
     *
     * @param unreadable is told of each that this program cannot read, for people
     */
    void readAll(Consumer<Review> each, Consumer<String> unreadable);
}
