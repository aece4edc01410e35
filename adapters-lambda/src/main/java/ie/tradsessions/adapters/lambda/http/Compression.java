package ie.tradsessions.adapters.lambda.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** gzip for clients that accept it, where it saves anything. */
final class Compression {
    /** A smaller response fits one packet anyway. */
    private static final int MIN_BYTES = 1024;

    private Compression() {}

    static boolean pays(byte[] body) {
        return body.length > MIN_BYTES;
    }

    static boolean isAccepted(@Nullable String acceptEncoding) {
        return acceptEncoding != null && prefersGzip(acceptEncoding);
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** RFC 9110, 12.5.3: gzip or * has a weight above 0, and not less than an identity that is named. */
    private static boolean prefersGzip(String acceptEncoding) {
        double gzip = -1;
        double wildcard = 0;
        double identity = 0;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", -1);
            double weight = weight(parts);
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> wildcard = weight;
                case "identity" -> identity = weight;
                default -> {
                    // A coding that we do not offer.
                }
            }
        }
        double effective = gzip < 0 ? wildcard : gzip;
        return effective > 0 && effective >= identity;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                String weight = parameter.substring(2).strip();
                // An invalid weight counts as 0.
                return weight.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(weight) : 0;
            }
        }
        return 1;
    }
}
