package ie.tradsessions.domain.session;

/** What is played. */
public enum Instrument {
    FIDDLE,
    FLUTE,
    TIN_WHISTLE,
    UILLEANN_PIPES,
    BUTTON_ACCORDION,
    PIANO_ACCORDION,
    CONCERTINA,
    MELODEON,
    TENOR_BANJO,
    MANDOLIN,
    BOUZOUKI,
    GUITAR,
    HARP,
    BODHRAN,
    BONES,
    PIANO,
    VOICE
}
