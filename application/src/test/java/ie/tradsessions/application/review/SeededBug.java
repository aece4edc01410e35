package ie.tradsessions.application.review;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.linearizability.Interleaving;
import ie.tradsessions.application.session.SessionPages;
import ie.tradsessions.application.session.SessionPages.SessionPage;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** What a store could do wrong, so that we know that somebody would notice. */
enum SeededBug {
    /** Feedback is saved over whatever somebody else has saved since it was read. */
    LOST_UPDATE {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(real, changes -> {
                List<Change> unconditional = changes.stream()
                        .map(change -> change instanceof Change.Save(StoredAggregate.OfFeedback(var told, var version))
                                ? saved(told, version(real, told.session()) + 1)
                                : change)
                        .toList();
                return real.changes().save(unconditional);
            });
        }
    },

    /** Whoever posts and waits long for the answer posts once more, which makes a second review. */
    DOUBLE_ADD_ON_RETRY {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(real, changes -> {
                ChangeOutcome outcome = real.changes().save(changes);
                Review posted = review(changes).map(Change.SaveReview::after).orElse(null);
                if (outcome instanceof ChangeOutcome.Saved
                        && posted != null
                        && posted.revision() == 1
                        && random.nextInt(RARE) == 0) {
                    Versioned<Feedback> feedback = ReviewActions.feedback(real, posted.session());
                    Review again = new Review(
                            posted.session(),
                            feedback.value().tally().nextNumber(),
                            posted.author(),
                            posted.rating(),
                            posted.text(),
                            posted.night(),
                            posted.writtenAt(),
                            null,
                            posted.visibility(),
                            1,
                            0,
                            null);
                    real.changes().save(ReviewActions.counted(real, feedback, null, again));
                }
                return outcome;
            });
        }
    },

    /** A page is answered as somebody saw it before. */
    STALE_READ {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            AtomicReference<Optional<SessionPage>> kept = new AtomicReference<>(Optional.empty());
            return with(real, (id, consistency) -> {
                Optional<SessionPage> before = kept.getAndSet(real.pages().session(id, consistency));
                return before.isPresent() && random.nextInt(RARE) == 0 ? before : kept.get();
            });
        }
    },

    /** A change that is sent again is not recognised, and made over what others have done in between. */
    DROPPED_TOKEN {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(real, changes -> {
                ChangeOutcome outcome = real.changes().save(changes);
                Review sent = review(changes).map(Change.SaveReview::after).orElse(null);
                if (outcome instanceof ChangeOutcome.Saved && sent != null && random.nextInt(RARE) == 0) {
                    waitFor(interleaving);
                    Versioned<Feedback> feedback = ReviewActions.feedback(real, sent.session());
                    Versioned<Review> now =
                            real.reviews().find(sent.session(), sent.number()).orElse(null);
                    Review again = now == null ? sent : now.value().with(sent.content(), sent.writtenAt());
                    real.changes().save(ReviewActions.counted(real, feedback, now, again));
                }
                return outcome;
            });
        }
    },

    /** What is withdrawn stays in the summary. */
    FORGOTTEN_WITHDRAWAL {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(real, changes -> {
                boolean forgets =
                        review(changes).filter(change -> change.after() == null).isPresent()
                                && random.nextInt(RARE) == 0;
                return real.changes()
                        .save(changes.stream()
                                .filter(change -> !forgets || !(change instanceof Change.Save))
                                .toList());
            });
        }
    },

    /** What is to be held is shown, though the summary does not count it. */
    SHOWN_WHILE_HELD {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(
                    real,
                    changes -> real.changes()
                            .save(changes.stream()
                                    .map(change -> change instanceof Change.SaveReview save
                                                    && save.after() != null
                                                    && save.after().visibility() == Visibility.HELD
                                            ? new Change.SaveReview(
                                                    save.before(), save.after().with(Visibility.SHOWN))
                                            : change)
                                    .toList()));
        }
    },

    /** Feedback and reviews of one page are read at two moments. */
    TORN_PAGE {
        @Override
        Storage in(Storage real, Interleaving interleaving, Random random) {
            return with(
                    real,
                    (id, consistency) -> real.pages().session(id, consistency).map(page -> {
                        interleaving.pass();
                        SessionPage later =
                                real.pages().session(id, consistency).orElseThrow();
                        return new SessionPage(
                                page.version(),
                                page.session(),
                                page.feedbackVersion(),
                                page.feedback(),
                                later.newest());
                    }));
        }
    };

    private static final int RARE = 4;

    /** Time for others to do something. */
    private static final int MOMENTS = 20;

    /** The same store, which does this wrong now and then. */
    abstract Storage in(Storage real, Interleaving interleaving, Random random);

    private static Optional<Change.SaveReview> review(List<Change> changes) {
        return changes.stream()
                .filter(Change.SaveReview.class::isInstance)
                .map(Change.SaveReview.class::cast)
                .findFirst();
    }

    private static Change saved(Feedback told, long version) {
        return new Change.Save(new StoredAggregate.OfFeedback(told, version));
    }

    private static long version(Storage real, SessionId session) {
        return ReviewActions.feedback(real, session).version();
    }

    private static void waitFor(Interleaving interleaving) {
        for (int i = 0; i < MOMENTS; i++) {
            interleaving.pass();
        }
    }

    private static Storage with(Storage real, Changes changes) {
        return with(real, real.pages(), changes);
    }

    private static Storage with(Storage real, SessionPages pages) {
        return with(real, pages, real.changes());
    }

    private static Storage with(Storage real, SessionPages pages, Changes changes) {
        return new Storage(
                real.venues(),
                real.sessions(),
                real.feedbacks(),
                pages,
                real.reviews(),
                real.voices(),
                real.dataSet(),
                real.journal(),
                real.snapshots(),
                real.members(),
                real.venueHistory(),
                real.cases(),
                real.decisionLog(),
                real.merges(),
                changes);
    }
}
