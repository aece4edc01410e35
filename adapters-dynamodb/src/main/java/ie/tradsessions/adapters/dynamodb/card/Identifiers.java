package ie.tradsessions.adapters.dynamodb.card;

/** The alphabet of identifiers beside the digits that the JDK counts with. */
final class Identifiers {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private Identifiers() {}

    static String toDigits(String letters) {
        StringBuilder digits = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            digits.append(Character.forDigit(ALPHABET.indexOf(letters.charAt(i)), 32));
        }
        return digits.toString();
    }

    /** The letters of a number's lowest 40 bits. */
    static String letters(long number) {
        StringBuilder letters = new StringBuilder(8);
        for (int shift = 35; shift >= 0; shift -= 5) {
            letters.append(ALPHABET.charAt((int) (number >>> shift) & 31));
        }
        return letters.toString();
    }
}
