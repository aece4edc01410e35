package ie.tradsessions.adapters.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** gzip for those who want it, where it saves anything. */
final class Compression {
    /** Below this an answer fits one packet anyway. */
    private static final int MIN_BYTES = 1024;

    private Compression() {}

    static boolean pays(byte[] body, @Nullable String acceptEncoding) {
        return body.length > MIN_BYTES && acceptEncoding != null && prefersGzip(acceptEncoding);
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

    /** RFC 9110, 12.5.3: gzip or * with a weight above nought, and not below that of an identity that is named. */
    private static boolean prefersGzip(String acceptEncoding) {
        double gzip = -1;
        double any = 0;
        double identity = 0;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", -1);
            double weight = weight(parts);
            switch (parts[0].strip()) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> any = weight;
                case "identity" -> identity = weight;
                default -> {
                    // Another coding, which we do not have.
                }
            }
        }
        double ours = gzip < 0 ? any : gzip;
        return ours > 0 && ours >= identity;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                String weight = parameter.substring(2).strip();
                // What is not a weight asks for nothing.
                return weight.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(weight) : 0;
            }
        }
        return 1;
    }
}
