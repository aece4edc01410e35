package ie.tradsessions.domain.session;

import ie.tradsessions.domain.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people tell of a session, apart from where and when it is.
 *
 * @param name its own name, 1 to 120 characters, or null where it goes by the venue's
 * @param instruments those heard there, or none where nobody has said
 * @param craic what it is like, in the words of the person who shared it, at most 2,000 characters, or null
 */
public record SessionDescription(
        @Nullable String name,
        Etiquette etiquette,
        Set<Instrument> instruments,
        @Nullable String craic) {
    public SessionDescription {
        name = Text.optionalLine("name", name, 120);
        instruments = Etiquette.inOrder(Instrument.class, instruments);
        craic = Text.optionalLines("craic", craic, 2000);
    }
}
