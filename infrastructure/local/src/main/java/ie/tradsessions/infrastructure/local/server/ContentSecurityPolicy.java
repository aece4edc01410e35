package ie.tradsessions.infrastructure.local.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Allows a page what comes from this server and, of the scripts written into it, those it was generated with. */
final class ContentSecurityPolicy {
    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b([^>]*)>(.*?)</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SOURCE = Pattern.compile("\\ssrc\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_ATTRIBUTE =
            Pattern.compile("<[^>]+\\sstyle\\s*=\\s*[\"']", Pattern.CASE_INSENSITIVE);

    private ContentSecurityPolicy() {}

    static String of(String html) {
        String styles = STYLE_ATTRIBUTE.matcher(html).find() ? "; style-src-attr 'unsafe-inline'" : "";
        return "default-src 'self'"
                + "; script-src 'self'" + hashesOfInlineScripts(html)
                + "; style-src 'self'" + styles
                + "; img-src 'self' data:"
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String hashesOfInlineScripts(String html) {
        Set<String> hashes = new LinkedHashSet<>();
        Matcher script = SCRIPT.matcher(html);
        while (script.find()) {
            String attributes = script.group(1);
            // Data are not run, so they need no permission.
            boolean data = attributes.toLowerCase(Locale.ROOT).contains("json");
            if (!data && !SOURCE.matcher(attributes).find() && !script.group(2).isEmpty()) {
                hashes.add(" 'sha256-" + sha256(script.group(2)) + "'");
            }
        }
        return String.join("", hashes);
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
