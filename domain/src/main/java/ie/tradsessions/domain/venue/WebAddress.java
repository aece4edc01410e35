package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule for an address of the web: http or https and a host. It is kept in the one form that every program opens, in
 * ASCII (RFC 3986): {@code https://www.ceoltá.ie/} as {@code https://www.xn--ceolt-1qa.ie/}.
 */
public final class WebAddress {
    private static final int MAX_LENGTH = 300;
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)((?::[0-9]*)?)");

    private WebAddress() {}

    /** @throws InvalidValue if it is no address of the web, or states who signs in there */
    public static URI checked(String field, URI given) {
        String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
        if (given.getRawUserInfo() == null && (scheme.equals("http") || scheme.equals("https"))) {
            try {
                URI uri = given.getHost() == null ? withAsciiHost(given) : given;
                URI ascii = URI.create(uri.toASCIIString());
                if (ascii.getHost() != null && ascii.toString().length() <= MAX_LENGTH) {
                    return ascii;
                }
            } catch (IllegalArgumentException e) {
                // Refused below, as any other.
            }
        }
        throw new InvalidValue(field, "an http or https address of at most " + MAX_LENGTH + " characters");
    }

    /**
     * As people write one, perhaps without the scheme.
     *
     * @throws InvalidValue if it is no address of the web
     */
    public static URI read(String field, String text) {
        String address = Text.line(field, text, MAX_LENGTH);
        try {
            URI uri = checked(field, new URI(WITH_SCHEME.matcher(address).matches() ? address : "http://" + address));
            if (uri.getHost().contains(".")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below, as any other.
        }
        throw new InvalidValue(field, "an address of the web, for example https://www.example.ie/");
    }

    /** To {@link URI}, a host in other letters is no host. */
    private static URI withAsciiHost(URI uri) {
        String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw new IllegalArgumentException(authority);
        }
        String host = IDN.toASCII(parts.group(1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        int end = uri.toString().indexOf(authority) + authority.length();
        return URI.create(
                uri.getScheme() + "://" + host + parts.group(2) + uri.toString().substring(end));
    }
}
