package ie.tradsessions.infrastructure.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file in which the web app lists its pages, so that tests know the same pages as the app's generator. */
public final class WebAppPages {
    private WebAppPages() {}

    public static void copyTo(Path folder) throws IOException {
        // Maven runs tests in the module's folder, an editor perhaps at the root.
        Path pages = Stream.of("../..", ".")
                .map(root -> Path.of(root, "webapp", "public", PageRoutes.FILE))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Files.copy(pages, folder.resolve(PageRoutes.FILE));
    }
}
