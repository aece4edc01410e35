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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generated web app. All of it is held in memory and found by its whole address, so no address leads anywhere else
 * on the disk.
 */
public final class WebSite {
    /** Pages of the app that no file stands for, since nobody can list them; the app itself says whether they exist. */
    private static final List<Pattern> APP_ROUTES =
            List.of(Pattern.compile("/sessions/[^/]+"), Pattern.compile("/venues/[^/]+"));

    /** Pages that were generated with what the API said then. */
    private static final Pattern WITH_CONTENT = Pattern.compile("/|/counties|/counties/[^/]+");

    private static final String SHELL = "200.html";
    private static final String NOT_FOUND = "404.html";

    /** What the pages that were generated with content show. */
    public enum Content {
        /** What was there when they were generated: right while the store holds the sample data and nothing else. */
        GENERATED,
        /** Nothing until the app has asked the API: nobody sees samples that are not there. */
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
    private final Optional<WebFile> shell;
    private final Optional<WebFile> notFound;

    private WebSite(Map<String, WebFile> files, @Nullable WebFile shell, @Nullable WebFile notFound) {
        this.files = Map.copyOf(files);
        this.shell = Optional.ofNullable(shell);
        this.notFound = Optional.ofNullable(notFound);
    }

    /** No web app: every address is missing. */
    public static WebSite none() {
        return new WebSite(Map.of(), null, null);
    }

    /** @throws UnusableWebApp if the folder does not hold a generated web app */
    public static void check(Path folder) throws UnusableWebApp {
        if (!Files.isDirectory(folder)) {
            throw new UnusableWebApp(folder + ": there is no such folder to serve the web app from");
        }
        if (!Files.isRegularFile(folder.resolve(SHELL))) {
            throw new UnusableWebApp(folder + ": this is not a generated web app, it has no " + SHELL);
        }
    }

    /** @throws UnusableWebApp if the folder does not hold a generated web app */
    public static WebSite load(Path folder, Content content) throws UnusableWebApp {
        check(folder);
        Map<String, WebFile> byName = read(folder);
        WebFile shell = byName.remove(SHELL);
        WebFile notFound = byName.remove(NOT_FOUND);
        if (shell == null) {
            throw new UnusableWebApp(folder + ": the web app cannot be read");
        }
        Map<String, WebFile> files = new HashMap<>();
        byName.forEach((name, file) -> {
            String address = address(name);
            boolean fromApi =
                    content == Content.FROM_API && WITH_CONTENT.matcher(address).matches();
            files.put(address, fromApi ? shell : file);
        });
        return new WebSite(files, shell, notFound);
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
        return file != null ? Optional.of(file) : shell.filter(page -> isAppRoute(path));
    }

    private static boolean isAppRoute(String path) {
        return !looksLikeFile(path)
                && APP_ROUTES.stream().anyMatch(route -> route.matcher(path).matches());
    }

    private static boolean looksLikeFile(String path) {
        return path.startsWith("/_nuxt/") || path.lastIndexOf('.') > path.lastIndexOf('/');
    }
}
