package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.member.Profile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the fields of sign-in may hold. */
public final class SignInFields {
    /** Of a new password, in characters. The user pool has to want as many. */
    public static final int MIN_PASSWORD_LENGTH = 12;

    static final String EMAIL = "email";
    static final String PASSWORD = "password";
    static final String CODE = "code";
    static final String DISPLAY_NAME = "displayName";

    static final String PASSWORD_RULE = "of 12 to 256 characters";

    private static final int MAX_PASSWORD_LENGTH = 256;
    private static final int MAX_EMAIL_LENGTH = 254;
    private static final int MAX_ADDRESS_LENGTH = 1024;
    private static final Pattern EMAIL_FORM =
            Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]{1,64}@[\\p{L}\\p{M}\\p{N}.-]+");
    private static final Pattern CODE_FORM = Pattern.compile("[0-9]{4,10}");
    private static final Pattern APP_CODE_FORM = Pattern.compile("[0-9]{6}");
    private static final Pattern HOSTED_CODE_FORM = Pattern.compile("[A-Za-z0-9._~-]{1,512}");
    private static final Pattern VERIFIER_FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private SignInFields() {}

    static String displayName(String text) {
        return Text.line(DISPLAY_NAME, text, Profile.MAX_NAME_LENGTH);
    }

    /** In lower case: nobody has two mailboxes that differ in it. */
    static String email(String text) {
        String email = Text.cleaned(text).toLowerCase(Locale.ROOT);
        if (email.length() > MAX_EMAIL_LENGTH || !EMAIL_FORM.matcher(email).matches()) {
            throw new InvalidValue(EMAIL, "an e-mail address, such as siobhan@example.ie");
        }
        return email;
    }

    /** One that exists: it is as its owner chose it, by whatever rule held then. */
    static String password(String text) {
        if (text.isEmpty() || text.length() > MAX_PASSWORD_LENGTH) {
            throw new InvalidValue(PASSWORD, "of 1 to 256 characters");
        }
        return text;
    }

    static String newPassword(String text) {
        if (text.codePointCount(0, text.length()) < MIN_PASSWORD_LENGTH || text.length() > MAX_PASSWORD_LENGTH) {
            throw new InvalidValue(PASSWORD, PASSWORD_RULE);
        }
        return text;
    }

    static String code(String text) {
        return checked(CODE_FORM, CODE, withoutSpaces(text), "the digits that were sent");
    }

    /** As an authenticator app shows it (RFC 6238), in two groups or in one. */
    static String appCode(String text) {
        return checked(APP_CODE_FORM, CODE, withoutSpaces(text), "the six digits that the authenticator app shows");
    }

    static String hostedCode(String text) {
        return checked(HOSTED_CODE_FORM, CODE, text, "as the provider's page gave it");
    }

    static String verifier(String text) {
        return checked(VERIFIER_FORM, "verifier", text, "of 43 to 128 letters, digits and -._~ (RFC 7636)");
    }

    static URI redirectUri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.isAbsolute() && uri.getHost() != null && text.length() <= MAX_ADDRESS_LENGTH) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new InvalidValue("redirectUri", "an absolute address");
        }
        throw new InvalidValue("redirectUri", "an absolute address");
    }

    /** Enough for its owner to know it again. */
    static String masked(String email) {
        int first = email.offsetByCodePoints(0, 1);
        return email.substring(0, first) + "***" + email.substring(email.indexOf('@'));
    }

    private static String withoutSpaces(String text) {
        return Text.cleaned(text).replace(" ", "");
    }

    private static String checked(Pattern form, String field, String text, String allowed) {
        if (!form.matcher(text).matches()) {
            throw new InvalidValue(field, allowed);
        }
        return text;
    }
}
