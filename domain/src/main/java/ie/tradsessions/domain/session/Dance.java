package ie.tradsessions.domain.session;

/** Dancing that belongs to a session. */
public enum Dance {
    SET_DANCING,
    CEILI,
    SEAN_NOS_DANCE
}
