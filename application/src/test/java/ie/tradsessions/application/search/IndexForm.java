package ie.tradsessions.application.search;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.time.Instant;

/** The forms in which an index may hold one and the same thing. It answers alike in all of them. */
enum IndexForm {
    /** Nothing is packed. */
    OVERLAY,
    /** Everything is packed. */
    COMPACTED,
    /** Some is packed, and some of that is hidden by what came later. */
    MIXED,
    /** Everything is packed, and was stored and loaded. */
    LOADED;

    static final Instant PACKED_AT = GeneratedSessions.NOW;

    /** Before something new comes. */
    Index before(Index index) {
        return this == MIXED ? index.compacted(PACKED_AT) : index;
    }

    /** Once it has come. */
    Index after(Index index) {
        return switch (this) {
            case OVERLAY, MIXED -> index;
            case COMPACTED -> index.compacted(PACKED_AT);
            case LOADED -> Index.ofChunks(index.chunks(PACKED_AT));
        };
    }
}
