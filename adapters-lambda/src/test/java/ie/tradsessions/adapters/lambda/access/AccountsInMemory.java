package ie.tradsessions.adapters.lambda.access;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sign-in provider that remembers: rotates refresh tokens, signs its access tokens, and tells every code. */
public final class AccountsInMemory implements SignInProvider {
    public static final String CODE = "123456";
    /** Of every authenticator app. */
    public static final String APP_CODE = "654321";

    private static final TokenPolicy POLICY = new TokenPolicy("https://issuer.example/pool", "our-app", "member");
    private static final SigningKey KEY = SigningKey.generate("key");

    private final InstantSource clock;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Set<String> withApp = new HashSet<>();
    private final Set<String> invited = new HashSet<>();
    private int issued;

    public AccountsInMemory(InstantSource clock) {
        this.clock = clock;
    }

    private record Account(String name, String password, boolean confirmed, boolean codeSent) {}

    public SignIn signIn() {
        return new SignIn(this, new JwtVerifier(() -> SigningKey.set(KEY.jwk()), POLICY, clock));
    }

    public String accessToken(String email, Duration validity) {
        long now = clock.instant().getEpochSecond();
        return KEY.signed("""
                {"iss":"%s","sub":"%s","token_use":"access","client_id":"%s","scope":"%s","iat":%d,"exp":%d}""".formatted(
                        POLICY.issuer(), email, POLICY.clientId(), POLICY.scope(), now, now + validity.toSeconds()));
    }

    @Override
    public Methods methods() {
        return new Methods(false, new HostedPage(URI.create("https://issuer.example/authorize"), "our-app", "openid"));
    }

    @Override
    public SignInAnswer<CodeSent> signUp(String displayName, String email, String password) {
        return accounts.putIfAbsent(email, new Account(displayName, password, false, true)) == null
                ? new SignInAnswer.Given<>(new CodeSent(CODE))
                : new SignInAnswer.Refused<>(new SignInRefusal.AccountExists());
    }

    private @Nullable Account withCode(String email, String code) {
        Account account = accounts.get(email);
        return account != null && account.codeSent() && code.equals(CODE) ? account : null;
    }

    @Override
    public SignInAnswer<Done> confirm(String email, String code) {
        return changed(email, withCode(email, code), null);
    }

    private SignInAnswer<Done> changed(String email, @Nullable Account account, @Nullable String password) {
        if (account == null) {
            return new SignInAnswer.Refused<>(new SignInRefusal.WrongCode());
        }
        String kept = password == null ? account.password() : password;
        accounts.put(email, new Account(account.name(), kept, true, false));
        return new SignInAnswer.Given<>(Done.DONE);
    }

    @Override
    public SignInAnswer<CodeSent> sendCodeAgain(String email) {
        return forgotPassword(email);
    }

    /** An authenticator app is the second factor of this account from now on. */
    public void addApp(String email) {
        withApp.add(email);
    }

    /** This account was made for somebody who has to choose a password of their own, on the provider's page. */
    public void invite(String email) {
        invited.add(email);
    }

    @Override
    public SignInAnswer<Tokens> signIn(String email, String password, @Nullable String code) {
        Account account = accounts.get(email);
        if (account == null || !account.password().equals(password)) {
            return new SignInAnswer.Refused<>(new SignInRefusal.WrongCredentials());
        }
        if (!account.confirmed()) {
            return new SignInAnswer.Refused<>(new SignInRefusal.NotConfirmed());
        }
        if (invited.contains(email)) {
            return new SignInAnswer.Refused<>(new SignInRefusal.ProviderPage());
        }
        if (!withApp.contains(email) || APP_CODE.equals(code)) {
            return new SignInAnswer.Given<>(tokens(email));
        }
        return new SignInAnswer.Refused<>(
                code == null ? new SignInRefusal.SecondFactor() : new SignInRefusal.WrongCode());
    }

    private Tokens tokens(String email) {
        String refresh = "refresh-" + ++issued;
        refreshTokens.put(refresh, email);
        return new Tokens(accessToken(email, Duration.ofHours(1)), refresh, Duration.ofHours(1));
    }

    @Override
    public SignInAnswer<Tokens> refresh(String refreshToken) {
        String email = refreshTokens.remove(refreshToken);
        return email == null
                ? new SignInAnswer.Refused<>(new SignInRefusal.SignedOut())
                : new SignInAnswer.Given<>(tokens(email));
    }

    @Override
    public SignInAnswer<Tokens> exchange(String code, String verifier, URI redirectUri) {
        return code.equals("good") && accounts.containsKey("siobhan@example.ie")
                ? new SignInAnswer.Given<>(tokens("siobhan@example.ie"))
                : new SignInAnswer.Refused<>(new SignInRefusal.WrongCode());
    }

    @Override
    public SignInAnswer<CodeSent> forgotPassword(String email) {
        Account account = accounts.get(email);
        if (account == null) {
            return new SignInAnswer.Refused<>(new SignInRefusal.WrongCredentials());
        }
        accounts.put(email, new Account(account.name(), account.password(), account.confirmed(), true));
        return new SignInAnswer.Given<>(new CodeSent(null));
    }

    @Override
    public SignInAnswer<Done> newPassword(String email, String code, String password) {
        return changed(email, withCode(email, code), password);
    }

    @Override
    public SignInAnswer<Done> changePassword(String accessToken, String old, String password) {
        String email = emailOf(accessToken);
        Account account = accounts.get(email);
        return account != null && account.password().equals(old)
                ? changed(email, account, password)
                : new SignInAnswer.Refused<>(new SignInRefusal.WrongCredentials());
    }

    private String emailOf(String accessToken) {
        return ((TokenVerifier.Verification.Verified) signIn().verifier().verify(accessToken)).subject();
    }

    @Override
    public void signOut(String refreshToken) {
        refreshTokens.remove(refreshToken);
    }

    @Override
    public SignInAnswer<Done> signOutEverywhere(String accessToken) {
        String email = emailOf(accessToken);
        refreshTokens.values().removeIf(email::equals);
        return new SignInAnswer.Given<>(Done.DONE);
    }

    @Override
    public SignInAnswer<Done> deleteAccount(String accessToken) {
        accounts.remove(emailOf(accessToken));
        return signOutEverywhere(accessToken);
    }

    @Override
    public @Nullable String nameGiven(String accessToken) {
        Account account = accounts.get(emailOf(accessToken));
        return account == null ? null : account.name();
    }
}
