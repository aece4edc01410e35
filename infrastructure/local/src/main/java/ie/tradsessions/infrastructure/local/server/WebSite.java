package ie.tradsessions.infrastructure.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generated web app. All of it is held in memory and found by its whole address, so no address leads anywhere else
 * on the disk.
 *
 * <p>Undertow's resource handler would save little: it reads files from the disk again and again, compresses them for
 * each answer, and does not know addresses without {@code .html}.
 */
public final class WebSite {
    private static final String SHELL = "200.html";
    private static final String NOT_FOUND = "404.html";

    /** What the pages that were generated with data show. */
    public enum Content {
        /** The data of that time: right while the store holds the samples and nothing else. */
        GENERATED,
        /** Nothing until the app has asked the API, so that nobody sees samples that are not stored. */
        FROM_API
    }

    /** What an address leads to. */
    sealed interface Found {
        record File(WebFile file) implements Found {}

        /** The page that says so, where there is one. */
        record Missing(Optional<WebFile> page) implements Found {}

        /** The address without the slash at its end. */
        record WithoutSlash() implements Found {}
    }

    private final Map<String, WebFile> files;
    private final PageRoutes routes;
    private final Optional<WebFile> shell;
    private final Optional<WebFile> notFound;

    private WebSite(
            Map<String, WebFile> files, PageRoutes routes, @Nullable WebFile shell, @Nullable WebFile notFound) {
        this.files = Map.copyOf(files);
        this.routes = routes;
        this.shell = Optional.ofNullable(shell);
        this.notFound = Optional.ofNullable(notFound);
    }

    /** No web app: every address is missing. */
    public static WebSite none() {
        return new WebSite(Map.of(), PageRoutes.none(), null, null);
    }

    /** @throws UnusableWebApp if the folder does not hold a generated web app */
    public static void check(Path folder) throws UnusableWebApp {
        if (!Files.isDirectory(folder)) {
            throw new UnusableWebApp(folder + ": there is no such folder to serve the web app from");
        }
        for (String name : List.of(SHELL, PageRoutes.FILE)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new UnusableWebApp(folder + ": this is not a generated web app, it has no " + name);
            }
        }
    }

    /** @throws UnusableWebApp if the folder does not hold a generated web app */
    public static WebSite load(Path folder, Content content) throws UnusableWebApp {
        check(folder);
        PageRoutes routes = PageRoutes.read(folder);
        Map<String, WebFile> byName = read(folder);
        byName.remove(PageRoutes.FILE);
        WebFile shell = byName.remove(SHELL);
        WebFile notFound = byName.remove(NOT_FOUND);
        if (shell == null) {
            throw new UnusableWebApp(folder + ": the web app cannot be read");
        }
        Map<String, WebFile> files = new HashMap<>();
        byName.forEach((name, file) -> {
            String address = address(name);
            boolean fromApi = content == Content.FROM_API && routes.isGeneratedWithData(address);
            files.put(address, fromApi ? shell : file);
        });
        return new WebSite(files, routes, shell, notFound);
    }

    /** On all processors: compressing everything takes the better part of a start. */
    private static Map<String, WebFile> read(Path folder) throws UnusableWebApp {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            return new HashMap<>(files.parallelStream()
                    .collect(Collectors.toConcurrentMap(path -> name(folder, path), path -> file(folder, path))));
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableWebApp(folder + ": the web app cannot be read");
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static WebFile file(Path folder, Path path) {
        try {
            return WebFile.of(name(folder, path), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page has its address without "index.html" and without ".html". */
    private static String address(String name) {
        String address = "/" + name;
        if (address.endsWith("/index.html")) {
            String page = address.substring(0, address.length() - "/index.html".length());
            return page.isEmpty() ? "/" : page;
        }
        return address.endsWith(".html") ? address.substring(0, address.length() - ".html".length()) : address;
    }

    /** @param path the decoded path of the address */
    Found find(String path) {
        Optional<WebFile> file = page(path);
        if (file.isPresent()) {
            return new Found.File(file.get());
        }
        if (path.length() > 1
                && path.endsWith("/")
                && page(path.substring(0, path.length() - 1)).isPresent()) {
            return new Found.WithoutSlash();
        }
        return new Found.Missing(looksLikeFile(path) ? Optional.empty() : notFound);
    }

    private Optional<WebFile> page(String path) {
        WebFile file = files.get(path);
        return file != null
                ? Optional.of(file)
                : shell.filter(page -> !looksLikeFile(path) && routes.isRenderedInBrowser(path));
    }

    private static boolean looksLikeFile(String path) {
        return path.startsWith("/_nuxt/") || path.lastIndexOf('.') > path.lastIndexOf('/');
    }
}
