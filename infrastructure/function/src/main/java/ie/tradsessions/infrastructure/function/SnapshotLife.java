package ie.tradsessions.infrastructure.function;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does before Lambda takes a snapshot of its process (SnapStart), and in each process that is restored
 * from it. Elsewhere nothing calls it.
 */
final class SnapshotLife implements Resource {
    private final Runnable beforeSnapshot;
    private final Runnable afterRestore;

    private SnapshotLife(Runnable beforeSnapshot, Runnable afterRestore) {
        this.beforeSnapshot = beforeSnapshot;
        this.afterRestore = afterRestore;
    }

    /** Lasts as long as somebody holds what this returns. */
    static SnapshotLife begin(Runnable beforeSnapshot, Runnable afterRestore) {
        SnapshotLife life = new SnapshotLife(beforeSnapshot, afterRestore);
        Core.getGlobalContext().register(life);
        return life;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        beforeSnapshot.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        afterRestore.run();
    }
}
