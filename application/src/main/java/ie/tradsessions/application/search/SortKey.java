package ie.tradsessions.application.search;

/** Where an item stands in an order: by number, then by text, then by identifier, so that no two stand in one place. */
record SortKey(double number, String text, String id) implements Comparable<SortKey> {
    static SortKey byNumber(double number, String id) {
        return new SortKey(number, "", id);
    }

    static SortKey byText(String text, String id) {
        return new SortKey(0, text, id);
    }

    @Override
    public int compareTo(SortKey other) {
        int byNumber = Double.compare(number, other.number);
        if (byNumber != 0) {
            return byNumber;
        }
        int byText = NameOrder.LETTERS.compare(text, other.text);
        return byText != 0 ? byText : id.compareTo(other.id);
    }
}
