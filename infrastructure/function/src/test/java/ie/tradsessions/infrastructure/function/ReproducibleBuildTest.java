package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed follows from the sources alone, not from where or when they were built. */
@Tag("long")
class ReproducibleBuildTest {
    private static final Path PROJECT =
            Path.of(System.getProperty("basedir"), "../..").normalize();

    /** What is built, fetched or stored, and the web app, which has no part in it. */
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", "webapp", "data", ".git");

    @TempDir
    Path folder;

    private byte[] built(String name) throws IOException, InterruptedException {
        Path checkout = copiedTo(folder.resolve(name));
        Process maven = new ProcessBuilder(
                        "mvn",
                        "--batch-mode",
                        "--quiet",
                        "package",
                        "-pl",
                        "infrastructure/function",
                        "-am",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true")
                .directory(checkout.toFile())
                .inheritIO()
                .start();
        assertThat(maven.waitFor()).isZero();
        return Files.readAllBytes(checkout.resolve("infrastructure/function/target/functions.jar"));
    }

    private static Path copiedTo(Path checkout) throws IOException {
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(checkout.resolve(PROJECT.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, checkout.resolve(PROJECT.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return checkout;
    }

    @Test
    @Timeout(1800)
    void two_checkouts_give_the_same_jar_byte_for_byte() throws IOException, InterruptedException {
        assertThat(built("one")).isEqualTo(built("another-place"));
    }
}
