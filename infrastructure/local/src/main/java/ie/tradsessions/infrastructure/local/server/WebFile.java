package ie.tradsessions.infrastructure.local.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A file of the web app as it goes over the wire: once as it is and, where that saves anything, once compressed. */
final class WebFile {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("xml", "application/xml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("woff", "font/woff"),
            Map.entry("wasm", "application/wasm"));

    private static final Set<String> COMPRESSED_ALREADY = Set.of("png", "jpg", "jpeg", "webp", "avif", "woff", "woff2");

    /** Names under {@code _nuxt} carry a hash of the content, but for the one that tells which build is the latest. */
    private static final String HASHED = "_nuxt/";

    private static final String LATEST_BUILD = "_nuxt/builds/latest.json";

    private final String contentType;
    private final String cacheControl;
    private final Encoded plain;
    private final Optional<Encoded> gzip;

    /** @param tag a strong entity tag; every encoding has its own */
    record Encoded(ByteBuffer bytes, String tag) {
        /** A view of its own for each reader. */
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate();
        }
    }

    private WebFile(String contentType, String cacheControl, Encoded plain, Optional<Encoded> gzip) {
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.plain = plain;
        this.gzip = gzip;
    }

    /** @param name the path within the web app, with slashes */
    static WebFile of(String name, byte[] content) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean hashed = name.startsWith(HASHED) && !name.equals(LATEST_BUILD);
        String digest = digest(content);
        byte[] compressed = COMPRESSED_ALREADY.contains(extension) ? content : gzip(content);
        boolean smaller = compressed.length < content.length * 0.9;
        return new WebFile(
                TYPES.getOrDefault(extension, "application/octet-stream"),
                hashed ? "public, max-age=31536000, immutable" : "no-cache",
                new Encoded(ByteBuffer.wrap(content).asReadOnlyBuffer(), "\"" + digest + "\""),
                smaller
                        ? Optional.of(
                                new Encoded(ByteBuffer.wrap(compressed).asReadOnlyBuffer(), "\"" + digest + "-gzip\""))
                        : Optional.empty());
    }

    String contentType() {
        return contentType;
    }

    String cacheControl() {
        return cacheControl;
    }

    Encoded plain() {
        return plain;
    }

    Optional<Encoded> gzip() {
        return gzip;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
