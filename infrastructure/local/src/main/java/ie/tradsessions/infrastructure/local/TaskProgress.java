package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.importing.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar where a person watches a terminal, a line now and then elsewhere. */
final class TaskProgress {
    private static final long NANOSECONDS_BETWEEN_LINES = 2_000_000_000L;

    private TaskProgress() {}

    static Progress.Display on(PrintWriter err) {
        boolean watched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return watched ? TaskProgress::bar : (task, entries) -> new Lines(err, entries);
    }

    private static Progress bar(String task, long entries) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(entries)
                .setUpdateIntervalMillis(100)
                .build();
        return new Progress() {
            @Override
            public void to(long entry) {
                bar.stepTo(entry);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static final class Lines implements Progress {
        private final PrintWriter err;
        private final long entries;
        private long last = System.nanoTime();

        Lines(PrintWriter err, long entries) {
            this.err = err;
            this.entries = entries;
        }

        @Override
        public void to(long entry) {
            long now = System.nanoTime();
            if (now - last > NANOSECONDS_BETWEEN_LINES) {
                last = now;
                if (entries < 0) {
                    err.printf(Locale.ROOT, "  %,d%n", entry);
                } else {
                    err.printf(Locale.ROOT, "  %,d of %,d%n", entry, entries);
                }
                err.flush();
            }
        }

        @Override
        public void close() {
            // Nothing is left open.
        }
    }
}
