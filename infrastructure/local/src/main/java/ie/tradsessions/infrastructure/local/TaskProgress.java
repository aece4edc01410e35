package ie.tradsessions.infrastructure.local;

import ie.tradsessions.infrastructure.local.importing.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows progress: as a bar on a terminal, elsewhere as a line every two seconds. */
final class TaskProgress {
    private static final long NANOSECONDS_BETWEEN_LINES = 2_000_000_000L;

    private TaskProgress() {}

    static Progress.Display on(PrintWriter err) {
        boolean onTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return onTerminal ? TaskProgress::bar : (task, total) -> new Lines(err, total);
    }

    private static Progress bar(String task, long total) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("  " + task)
                .setInitialMax(total)
                .setUpdateIntervalMillis(100)
                .build();
        return new Progress() {
            @Override
            public void to(long done) {
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private static final class Lines implements Progress {
        private final PrintWriter err;
        private final long total;
        private long last = System.nanoTime();

        Lines(PrintWriter err, long total) {
            this.err = err;
            this.total = total;
        }

        @Override
        public void to(long done) {
            long now = System.nanoTime();
            if (now - last > NANOSECONDS_BETWEEN_LINES) {
                last = now;
                if (total < 0) {
                    err.printf(Locale.ROOT, "  %,d%n", done);
                } else {
                    err.printf(Locale.ROOT, "  %,d of %,d%n", done, total);
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
