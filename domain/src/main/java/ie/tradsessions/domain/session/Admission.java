package ie.tradsessions.domain.session;

/** Whether a stranger with an instrument may sit in. */
public enum Admission {
    OPEN,
    ASK_FIRST,
    INVITE_ONLY
}
