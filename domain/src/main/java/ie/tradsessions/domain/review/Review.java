package ie.tradsessions.domain.review;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.CalendarYears;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one member thinks of a session. There is one of each member and session; the author may change or withdraw it.
 *
 * @param number 1, 2 and so on in the order of posting at this session; never given again
 * @param rating {@value #WORST} to {@value #BEST}
 * @param text at most {@value #MAX_TEXT} characters, in lines, or null
 * @param night the night that it is about, or null where the author has not said
 * @param changedAt when the author last changed it, or null where it stands as it was posted
 * @param revision 1, and one more with every change of what others see of it but {@code helpful} and {@code answer}
 * @param helpful how many members found it helpful
 * @param answer that of the organiser, or null
 */
public record Review(
        SessionId session,
        int number,
        Author author,
        int rating,
        @Nullable String text,
        @Nullable LocalDate night,
        Instant writtenAt,
        @Nullable Instant changedAt,
        Visibility visibility,
        int revision,
        int helpful,
        @Nullable Answer answer) {
    public static final int WORST = 1;
    public static final int BEST = 5;
    public static final int MAX_TEXT = 2_000;
    public static final int MAX_ANSWER = 1_000;

    /** @param text 1 to {@value #MAX_ANSWER} characters, in lines */
    public record Answer(String text, Instant at) {
        public Answer {
            text = Text.lines("text", text, MAX_ANSWER);
            CalendarYears.checked("at", at);
        }
    }

    /** What an author writes; as in {@link Review}. */
    public record Content(
            int rating, @Nullable String text, @Nullable LocalDate night) {
        public Content {
            rating = checked(rating);
            text = Text.optionalLines("text", text, MAX_TEXT);
            if (night != null) {
                CalendarYears.checked("night", night);
            }
        }
    }

    public Review {
        Content content = new Content(rating, text, night);
        text = content.text();
        if (number < 1 || revision < 1 || helpful < 0) {
            throw new InvalidValue("review", "a number and a revision of 1 or more, and a count of 0 or more");
        }
        CalendarYears.checked("writtenAt", writtenAt);
        if (changedAt != null) {
            CalendarYears.checked("changedAt", changedAt);
        }
    }

    private static int checked(int rating) {
        if (rating < WORST || rating > BEST) {
            throw new InvalidValue("rating", WORST + " to " + BEST);
        }
        return rating;
    }

    /** One that was posted just now. */
    public static Review posted(
            SessionId session, int number, MemberId author, Content content, Instant at, Visibility visibility) {
        return new Review(
                session,
                number,
                new Author.Member(author),
                content.rating(),
                content.text(),
                content.night(),
                at,
                null,
                visibility,
                1,
                0,
                null);
    }

    public Content content() {
        return new Content(rating, text, night);
    }

    public boolean isShown() {
        return visibility == Visibility.SHOWN;
    }

    /** The same with other words of its author. */
    public Review with(Content content, Instant at) {
        return content.equals(content()) ? this : revised(author, content, at, visibility);
    }

    public Review with(Visibility other) {
        return other == visibility ? this : revised(author, content(), changedAt, other);
    }

    /** The same, by somebody who was a member. */
    public Review byFormerMember() {
        return revised(new Author.FormerMember(), content(), changedAt, visibility);
    }

    private Review revised(Author newAuthor, Content content, @Nullable Instant changed, Visibility newVisibility) {
        return new Review(
                session,
                number,
                newAuthor,
                content.rating(),
                content.text(),
                content.night(),
                writtenAt,
                changed,
                newVisibility,
                revision + 1,
                helpful,
                answer);
    }

    /** With one more member, or one fewer, who found it helpful. */
    public Review markedHelpful(boolean more) {
        return marked(Math.max(0, more ? helpful + 1 : helpful - 1), answer);
    }

    public Review answered(Answer words) {
        return marked(helpful, words);
    }

    private Review marked(int marks, @Nullable Answer words) {
        return new Review(
                session, number, author, rating, text, night, writtenAt, changedAt, visibility, revision, marks, words);
    }
}
