package ie.tradsessions.adapters.lambda.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * The validator of a response. It is weak, because a response has the same one compressed and uncompressed.
 *
 * @param opaque what stands between the quotes
 */
record EntityTag(String opaque) {
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*(?:W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*(?:,|$)");

    /** @param headers those that the route adds: a link to the next page may change while the body does not */
    static EntityTag of(byte[] body, Map<String, String> headers) {
        // Two checksums with different polynomials replace one of 64 bits; processors have instructions for both.
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        update(one, body, headers);
        update(other, body, headers);
        return new EntityTag(HexFormat.of().toHexDigits(one.getValue() << 32 | other.getValue()));
    }

    private static void update(Checksum sum, byte[] body, Map<String, String> headers) {
        sum.update(body);
        if (!headers.isEmpty()) {
            new TreeMap<>(headers)
                    .forEach((name, value) -> sum.update((name + value).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Whether an If-None-Match header names this tag; one that cannot be read names nothing. */
    boolean isNamedBy(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tags.group(1).equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "W/\"" + opaque + '"';
    }
}
