package ie.tradsessions.adapters.dynamodb.cost;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large an item is by the rules of the developer guide, "DynamoDB item sizes and formats". */
final class ItemSize {
    private static final int OF_A_DOCUMENT = 3;
    private static final int OF_AN_ELEMENT = 1;

    private ItemSize() {}

    /** The names of the attributes and their values. */
    static int of(Map<String, AttributeValue> attributes) {
        int size = 0;
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            size += of(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    static int of(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
            size++;
        }
        return size;
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> of(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            case N -> ofNumber(value.n());
            case BOOL, NUL -> 1;
            case L ->
                OF_A_DOCUMENT
                        + value.l().stream()
                                .mapToInt(element -> OF_AN_ELEMENT + of(element))
                                .sum();
            case M -> OF_A_DOCUMENT + OF_AN_ELEMENT * value.m().size() + of(value.m());
            default -> throw new IllegalArgumentException("the table holds no " + value.type());
        };
    }

    /** A byte for two digits, without zeros at either end, one more, and one for a minus. */
    private static int ofNumber(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.signum() == 0 ? 1 : (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
    }
}
