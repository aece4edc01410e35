package ie.tradsessions.domain.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @Property
    void a_subject_is_read_as_it_was_written(@ForAll("subjects") Subject subject) {
        assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
    }

    @Provide
    Arbitrary<Subject> subjects() {
        return Subjects.any();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session",
                "session:",
                "session:short",
                "session:0123456789abcdef:1",
                "venue:0123456789ABCDEF",
                "review:0123456789abcdef",
                "review:0123456789abcdef:0",
                "review:0123456789abcdef:01",
                "review:0123456789abcdef:9999999999",
                "review:0123456789abcdef:1:2",
                "member:0123456789abcdef",
                " held:0123456789abcdef"
            })
    void what_names_nothing_is_refused_with_what_is_allowed(String text) {
        assertThatThrownBy(() -> Subject.parse(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("subject"));
    }

    @Property
    void each_kind_has_its_decisions_and_none_that_makes_no_sense(@ForAll("subjects") Subject subject) {
        assertThat(Decision.allowedFor(subject))
                .contains(Decision.Kind.KEEP, Decision.Kind.REMOVE)
                .matches(allowed -> allowed.contains(Decision.Kind.MERGE) == subject instanceof Subject.OfVenue)
                .matches(allowed -> allowed.contains(Decision.Kind.BLOCK) != subject instanceof Subject.OfVenue)
                .matches(allowed -> allowed.contains(Decision.Kind.HIDE) != subject instanceof Subject.OfVenue);
    }

    static final class Subjects {
        private Subjects() {}

        static Arbitrary<Subject> any() {
            Arbitrary<String> ids = Arbitraries.strings()
                    .withChars("0123456789abcdefghjkmnpqrstvwxyz")
                    .ofLength(16);
            return Arbitraries.oneOf(
                    ids.map(id -> new Subject.OfSession(new SessionId(id))),
                    ids.map(id -> new Subject.OfVenue(new VenueId(id))),
                    ids.map(id -> new Subject.HeldReviews(new SessionId(id))),
                    ids.flatMap(id -> Arbitraries.integers()
                            .between(1, 999_999_999)
                            .map(number -> new Subject.OfReview(new SessionId(id), number))));
        }
    }
}
