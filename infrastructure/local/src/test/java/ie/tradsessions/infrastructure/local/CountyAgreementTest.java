package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How often the county that a position gives agrees with the county that a real venue states. It runs where the extract
 * of OpenStreetMap is: at {@code TRADSESSIONS_OSM_FILE} (environment or system property of that name), or beside the
 * project.
 */
class CountyAgreementTest {
    private static final String FILE = "TRADSESSIONS_OSM_FILE";
    private static final Path BESIDE_THE_PROJECT = Path.of("shared", "data", "osm-pubs-ireland.overpass.json");
    private static final List<String> COUNTY_TAGS = List.of("addr:county", "is_in:county", "addr:province");
    private static final Pattern POSTAL_DISTRICT_OF_DUBLIN = Pattern.compile("Dublin \\d{1,2}W?");

    private record Pub(String name, GeoPoint location, Map<String, String> tags) {
        Optional<County> statedCounty() {
            Stream<String> stated = COUNTY_TAGS.stream().map(tags::get).filter(Objects::nonNull);
            Stream<String> within = Stream.of(tags.getOrDefault("is_in", "").split(",", -1))
                    .filter(part -> part.toLowerCase(Locale.ROOT).strip().startsWith("co"));
            return Stream.concat(stated, within)
                    .map(County::named)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** The county whose name the town bears: Sligo, Wexford, Dublin 8. */
        Optional<County> countyOfTheTownsName() {
            String city = tags.getOrDefault("addr:city", "");
            return POSTAL_DISTRICT_OF_DUBLIN.matcher(city).matches() ? Optional.of(County.DUBLIN) : County.named(city);
        }
    }

    private record Agreement(int compared, List<String> disagreements) {
        double share() {
            return 1 - (double) disagreements.size() / compared;
        }

        String line(String what) {
            return String.format(
                    Locale.ROOT,
                    "%d of %d pubs that %s (%.1f %%)%s",
                    compared - disagreements.size(),
                    compared,
                    what,
                    100 * share(),
                    disagreements.isEmpty() ? "" : ", not " + String.join("; ", disagreements));
        }
    }

    @Test
    void the_county_of_a_position_agrees_with_the_county_that_venues_state() throws Exception {
        Optional<Path> file = osmFile();
        Assumptions.assumeTrue(file.isPresent(), "no extract of OpenStreetMap here");
        List<Pub> pubs = pubs(file.orElseThrow());
        Agreement stated = new Agreement(0, List.of());
        Agreement named = new Agreement(0, List.of());
        int without = 0;

        for (Pub pub : pubs) {
            Optional<County> located = CountyBoundaries.bundled().countyOf(pub.location());
            without += located.isEmpty() ? 1 : 0;
            stated = compare(stated, pub, pub.statedCounty(), located);
            named = compare(named, pub, pub.countyOfTheTownsName(), located);
        }

        System.out.printf(
                "Counties by position agree with %s, and with %s; %d of %d pubs have none%n",
                stated.line("state a county"),
                named.line("lie in a town of their county's name"),
                without,
                pubs.size());
        assertThat(stated.compared()).isPositive();
        assertThat(stated.share()).isGreaterThanOrEqualTo(0.98);
        assertThat(named.share()).isGreaterThanOrEqualTo(0.98);
        assertThat(without).isZero();
    }

    private static Agreement compare(Agreement so, Pub pub, Optional<County> claimed, Optional<County> located) {
        if (claimed.isEmpty()) {
            return so;
        }
        List<String> disagreements = new ArrayList<>(so.disagreements());
        if (!claimed.equals(located)) {
            disagreements.add(pub.name() + " (" + claimed.get() + " by its tags, "
                    + located.map(County::name).orElse("none") + " by its position)");
        }
        return new Agreement(so.compared() + 1, List.copyOf(disagreements));
    }

    private static Optional<Path> osmFile() {
        String configured = System.getProperty(FILE, System.getenv().getOrDefault(FILE, ""));
        if (!configured.isEmpty()) {
            return Optional.of(Path.of(configured)).filter(Files::exists);
        }
        // Maven runs tests in the module's folder, an editor perhaps at the root.
        return Stream.of("..", "../..", "../../..")
                .map(up -> Path.of(up).resolve(BESIDE_THE_PROJECT))
                .filter(Files::exists)
                .findFirst();
    }

    private static List<Pub> pubs(Path file) throws Exception {
        List<Pub> pubs = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.PROPERTY_NAME
                        && json.currentName().equals("elements")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        pubs.add(pub(json));
                    }
                }
            }
        }
        return pubs;
    }

    private static Pub pub(JsonParser json) {
        double latitude = 0;
        double longitude = 0;
        Map<String, String> tags = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = json.currentName();
            json.nextToken();
            switch (property) {
                case "lat" -> latitude = json.getDoubleValue();
                case "lon" -> longitude = json.getDoubleValue();
                case "tags" -> {
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        String tag = json.currentName();
                        json.nextToken();
                        tags.put(tag, json.getString());
                    }
                }
                default -> json.skipChildren();
            }
        }
        return new Pub(tags.getOrDefault("name", "a pub without a name"), new GeoPoint(latitude, longitude), tags);
    }
}
