package ie.tradsessions.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who said something that everybody sees. Of a member only the identifier is kept with it; the name stands in the profile
 * alone.
 */
public sealed interface Author {
    /** The greatest length of a name that a data set tells. */
    int MAX_NAME_LENGTH = 60;

    record Member(MemberId id) implements Author {}

    /**
     * Somebody whom a data set names.
     *
     * @param name 1 to {@value #MAX_NAME_LENGTH} characters
     */
    record Named(String name) implements Author {
        public Named {
            name = Text.line("by", name, MAX_NAME_LENGTH);
        }
    }

    /** Somebody who was a member, and of whom nothing is kept. */
    record FormerMember() implements Author {}

    /**
     * The name by which others see them, or null where there is none, as of former members.
     *
     * @param names of members, as far as they have one
     */
    default @Nullable String nameIn(Map<MemberId, String> names) {
        return switch (this) {
            case Member(var id) -> names.get(id);
            case Named(var name) -> name;
            case FormerMember() -> null;
        };
    }

    default boolean is(MemberId member) {
        return equals(new Member(member));
    }

    /** The same, unless it is this member, who has left. */
    default Author without(MemberId member) {
        return is(member) ? new FormerMember() : this;
    }
}
