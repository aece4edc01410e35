package ie.tradsessions.domain.member;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;

/** Lets whoever knows its secret read a member's calendar, until the member revokes it. Only the hash is kept. */
public record CalendarKey(Secret.Hash hash) {
    /**
     * What the address of a calendar ends with: whose it is, and the secret.
     *
     * @param member whose calendar it is
     */
    public record Address(MemberId member, Secret secret) {
        /** @throws InvalidValue if the text is not of the form of an address */
        public static Address parse(String text) {
            if (text.length() != 2 * Identifier.LENGTH) {
                throw new InvalidValue("key", 2 * Identifier.LENGTH + " letters and digits, as the address has them");
            }
            return new Address(
                    new MemberId(text.substring(0, Identifier.LENGTH)), new Secret(text.substring(Identifier.LENGTH)));
        }

        public CalendarKey key() {
            return new CalendarKey(secret.hash());
        }

        /** As it stands in the address. */
        public String text() {
            return member.value() + secret.value();
        }
    }

    public boolean opensWith(Secret secret) {
        return hash.isOf(secret);
    }
}
