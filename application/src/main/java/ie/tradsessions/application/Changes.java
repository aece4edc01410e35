package ie.tradsessions.application;

import java.util.List;

/**
 * Stores what belongs together in one transaction: all of it, or nothing. What is kept of members, and the corrections of
 * venues, have no entry in the journal and are not in the {@link ie.tradsessions.application.search.DataSet}.
 */
public interface Changes {
    /** @param changes of different things, at least one and few enough for one transaction: at most 20 */
    ChangeOutcome save(List<Change> changes);
}
