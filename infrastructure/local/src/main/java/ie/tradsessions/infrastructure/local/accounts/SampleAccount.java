package ie.tradsessions.infrastructure.local.accounts;

import ie.tradsessions.domain.MemberId;

/** Accounts of invented people, so that a newcomer can look round as each kind of member. */
public enum SampleAccount {
    ORGANISER("grainne", "Gráinne", "an organiser"),
    MEMBER("cathal", "Cathal", "a member"),
    MODERATOR("moya", "Moya", "a moderator");

    /** Of all of them. */
    public static final String PASSWORD = "tunes-by-the-fire";

    private final String subject;
    private final String displayName;
    private final String description;

    SampleAccount(String subject, String displayName, String description) {
        this.subject = subject;
        this.displayName = displayName;
        this.description = description;
    }

    String subject() {
        return "sample-" + subject;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return subject + "@example.ie";
    }

    /** What kind of member it is, for people. */
    public String description() {
        return description;
    }

    public MemberId member() {
        return MemberId.of(AccountFiles.ISSUER, subject());
    }
}
