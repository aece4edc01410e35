package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;

/** Who said something, as one attribute of three. */
final class Authors {
    private static final String MEMBER = "Member";
    private static final String FORMER_MEMBER = "FormerMember";

    private Authors() {}

    /** @param name of the attribute where a data set names the author; the others begin with it */
    static Document write(Document document, String name, Author author) {
        return switch (author) {
            case Author.Named(var words) -> document.text(name, words);
            case Author.Member(var id) -> document.text(name + MEMBER, id);
            case Author.FormerMember() -> document.flag(name + FORMER_MEMBER, true);
        };
    }

    static Author read(Fields fields, String name) {
        if (fields.isTrue(name + FORMER_MEMBER)) {
            return new Author.FormerMember();
        }
        return fields.has(name + MEMBER)
                ? new Author.Member(fields.value(name + MEMBER, MemberId::new))
                : new Author.Named(fields.text(name));
    }
}
