package ie.tradsessions.infrastructure.local.accounts;

/** Accounts cannot be kept here; the message says why, for people. */
final class UnusableAccounts extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableAccounts(String message) {
        super(message);
    }
}
