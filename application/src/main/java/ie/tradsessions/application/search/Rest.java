package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has no place in a table as bytes, and back: tombstones, what venues were merged into, what waits for what it refers
 * to, and what is taken down.
 */
final class Rest {
    private Rest() {}

    /**
     * @param merged what those venues were merged into that were; what else is known of them stands in a table
     * @param sessions in the order of their identifiers
     */
    static byte[] write(
            Map<VenueId, Long> deletedVenues, SortedMap<VenueId, VenueId> merged, Collection<SessionEntry> sessions) {
        ByteWriter out = new ByteWriter();
        out.unsigned(deletedVenues.size());
        new TreeMap<>(deletedVenues).forEach((id, version) -> {
            out.text(id.value());
            out.unsigned(version);
        });
        out.unsigned(merged.size());
        merged.forEach((id, into) -> {
            out.text(id.value());
            out.text(into.value());
        });
        out.unsigned(sessions.size());
        sessions.forEach(entry -> SessionCodec.writeWhole(out, entry));
        return out.toByteArray();
    }

    static Overlay read(byte[] bytes, Segment segment) {
        ByteReader in = new ByteReader(bytes);
        Overlay.Editor rest = new Overlay.Editor(segment, Overlay.NONE);
        boolean any = false;
        for (int i = in.count(in.remaining()); i > 0; i--) {
            rest.put(new VenueId(in.text()), null, in.unsigned());
            any = true;
        }
        for (int i = in.count(in.remaining()); i > 0; i--) {
            Versioned<Venue> packed = segment.venue(segment.find(new VenueId(in.text())));
            Venue merged = packed.value().mergedInto(new VenueId(in.text()));
            rest.put(merged.id(), merged, packed.version());
            any = true;
        }
        for (int i = in.count(in.remaining()); i > 0; i--) {
            rest.put(SessionCodec.readWhole(in));
            any = true;
        }
        return any ? rest.overlay() : Overlay.NONE;
    }
}
