package ie.tradsessions.infrastructure.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The pages of the web app, by how they are rendered. The app's generator reads the same file, {@value #FILE}, and
 * leaves it beside the pages.
 */
final class PageRoutes {
    static final String FILE = "pages.json";

    private static final String WITH_DATA = "generatedWithData";
    private static final String IN_BROWSER = "renderedInBrowser";

    private final List<Pattern> withData;
    private final List<Pattern> inBrowser;

    private PageRoutes(List<Pattern> withData, List<Pattern> inBrowser) {
        this.withData = List.copyOf(withData);
        this.inBrowser = List.copyOf(inBrowser);
    }

    static PageRoutes none() {
        return new PageRoutes(List.of(), List.of());
    }

    /** @throws UnusableWebApp if the folder of a web app does not say which pages there are */
    static PageRoutes read(Path folder) throws UnusableWebApp {
        Map<String, List<Pattern>> routes = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), folder.resolve(FILE))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String rendering = json.currentName();
                List<Pattern> pages = new ArrayList<>();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.VALUE_STRING) {
                        pages.add(pattern(json.getString()));
                    }
                }
                routes.put(rendering, pages);
            }
        } catch (JacksonException e) {
            throw new UnusableWebApp(folder.resolve(FILE) + ": this file cannot be read");
        }
        List<Pattern> withData = routes.get(WITH_DATA);
        List<Pattern> inBrowser = routes.get(IN_BROWSER);
        if (withData == null || inBrowser == null) {
            throw new UnusableWebApp(folder.resolve(FILE) + " has to list " + WITH_DATA + " and " + IN_BROWSER);
        }
        return new PageRoutes(withData, inBrowser);
    }

    /** A part of a path in brackets stands for any text. */
    private static Pattern pattern(String route) {
        return Pattern.compile(Stream.of(route.split("/", -1))
                .map(part -> part.matches("\\[\\w+]") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/")));
    }

    /** Whether a page was generated with data of the API in it. */
    boolean isGeneratedWithData(String path) {
        return matches(withData, path);
    }

    /** Whether no file stands for a page, since nobody can list them all: the app itself says whether it exists. */
    boolean isRenderedInBrowser(String path) {
        return matches(inBrowser, path);
    }

    private static boolean matches(List<Pattern> routes, String path) {
        return routes.stream().anyMatch(route -> route.matcher(path).matches());
    }
}
