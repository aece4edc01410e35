package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.dataset.ExportWriter;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.slf4j.LoggerFactory;

/** Imports whatever may be in a file, and reads back what was stored of it. */
class AnyFileTest {
    private static final String VENUES = """
            key,name,name_irish,other_names,street,town,county,region,country,time_zone,gaeltacht,lat,lon,website,phone
            v1,Tigh Sheáin,Tigh Sheáin Mhóir,Sheáin's;John's,Main St,Spiddal,Gaillimh,,Ireland,,yes,53.2451,-9.3064,https://tigh.example,091 553 000
            v2,Le Corner,,,,Lyon,,Rhône,FR,Europe/Paris,no,45.76,4.83,,
            """;
    private static final String SESSIONS = """
            key,venue,lat,lon,county,recurrence,days,weeks,anchor,ordinals,dates,note,start,end,season_from,season_to,admission,pace,leadership,focus,dances,instruments,craic,name,shared_by,shared_on
            a,Corner,52.84,-8.98,Clare,WEEKLY,THURSDAY;SUNDAY,,,,,,21:30,23:30,OCTOBER,MAY,OPEN,SLOW,LED,TUNES,CEILI,fiddle;flute,"Mind the step",Slow one,Nóra,2026-10-01
            b,Corner,,,,EVERY_N_WEEKS,MONDAY,2,2026-11-16,,,,21:00,,,,,,,,,,,,,
            c,Corner,,,,NTH_WEEKDAY_OF_MONTH,FRIDAY,,,FIRST;LAST,,,00:30,,,,,,,,,,,,,
            d,Corner,,,,DATES,,,,,2026-12-26;2026-12-31,,21:00,,,,,,,,,,,,,
            e,Corner,,,,IRREGULAR,,,,,,When the boat is in,21:00,,,,,,,,,,,,,
            """;
    private static final String OVERPASS = """
            {"version": 0.6, "elements": [
            {"type": "node", "id": 1, "lat": 53.2724, "lon": -9.0527, "tags": {"amenity": "pub", "name": "Tigh Neachtain",
             "name:ga": "Tigh Uí Neachtain", "addr:city": "Galway", "opening_hours": "Mo-Su 12:00-23:30", "end_date": "2031",
             "website": "www.x.ie", "phone": "+353 91 568820"}},
            {"type": "way", "id": 2, "bounds": {"minlat": 52.0, "minlon": -9.0, "maxlat": 52.2, "maxlon": -8.6}, "tags": {"name": "Bounds"}},
            {"type": "node", "id": 3, "lat": 53.3, "lon": -6.2}]}
            """;
    private static final String GEOJSON = """
            {"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": "node/79", "geometry": {"type": "Point", "coordinates": [-9.29, 52.93]}, "properties": {"amenity": "pub", "name": "Vaughan's"}},
            {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[-9.0, 53.0], [-8.8, 53.0], [-8.8, 53.4]]]}, "properties": {"name": "Hall", "other_names": ["A", "B"]}},
            {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-9.3, 52.93]}, "properties": {"venue": "Barn", "recurrence": "weekly", "days": ["Thu", "Sun"], "start": "21:30"}}]}
            """;

    private static final List<String> FILES = List.of(VENUES, SESSIONS, OVERPASS, GEOJSON, export());

    /** A field of a row, a text or a number of JSON. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<=[,;\\n])[^,;\\n\"]*(?=[,;\\n])|(?<=[:\\[] ?\")[^\"]*(?=\")|(?<=[:\\[ ])-?[0-9.]+(?=[,\\]}])");

    /** What stands in fields of which nobody thought. */
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u202e",
            "\ufeff",
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "\n",
            "\r",
            "\t",
            ",",
            ";",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "\\ud83c",
            "\\u0000",
            "\ufffd",
            "\uffff",
            "\u0301",
            "\u0345".repeat(50),
            "\ud83c\udfbb",
            "\ud83c\udfbb".repeat(130),
            "x".repeat(121),
            "y".repeat(2001),
            "<script>",
            "%00",
            "../..",
            "=1+1",
            "-1",
            "0",
            "-0",
            "1e400",
            "1e-5",
            "NaN",
            "null",
            "true",
            "0x1p3",
            "180",
            "-180",
            "180.0001",
            "90",
            "-90",
            "53,3",
            "1.234,5",
            "\u0663",
            "24:00",
            "00:00",
            "23:59:59",
            "9:30 PM",
            "2130",
            "0000-01-01",
            "0026-12-25",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "03/04/2026",
            "31/12/2026",
            "2026-02-29",
            "GMT+1",
            "Z",
            "Europe/Dublin",
            "US",
            "XX",
            "Mo",
            "weekly",
            "closed",
            "disused:amenity",
            "yes",
            "javascript:alert(1)",
            "https://www.ceolt\u00e1.ie/",
            "http://[::1",
            "node/1",
            "n79");

    /** Thousands of requests are nothing to read. */
    @BeforeContainer
    static void quiet() {
        ((Logger) LoggerFactory.getLogger("ie.tradsessions.adapters.lambda.http")).setLevel(Level.WARN);
    }

    @AfterContainer
    static void audible() {
        ((Logger) LoggerFactory.getLogger("ie.tradsessions.adapters.lambda.http")).setLevel(null);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void an_import_ends_with_a_report_that_adds_up_or_with_one_line_and_stores_what_pages_can_show(
            @ForAll("files") byte[] content) throws IOException {
        importAndShow(content);
    }

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("long")
    void an_import_of_any_file_ends_well(@ForAll("files") byte[] content) throws IOException {
        importAndShow(content);
    }

    @Example
    @Tag("long")
    void every_field_may_hold_every_odd_value() throws IOException {
        for (String file : FILES) {
            for (MatchResult value : VALUE.matcher(file).results().toList()) {
                for (String odd : ODD) {
                    importAndShow(replaced(file, value, odd).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void importAndShow(byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("any-file");
        try {
            Imports imports = new Imports(folder);
            try {
                ImportReport report = imports.bytes("any.file", content);
                assertThatItAddsUp(report, folder.resolve("any.file"));
            } catch (UnusableFile e) {
                assertThat(e.getMessage()).hasLineCount(1);
                assertThat(imports.everything()).isEmpty();
            }
            assertThatPagesShow(imports);
        } finally {
            delete(folder);
        }
    }

    private static void assertThatItAddsUp(ImportReport report, Path file) throws UnusableFile {
        List<FileRecord> records = new ArrayList<>();
        DataFile.at(file).read(records::add);
        assertThat(report.read()).isEqualTo(records.size());
        assertThat(Stream.of(Fate.values()).mapToLong(report::count).sum()).isEqualTo(records.size());
    }

    private static void assertThatPagesShow(Imports imports) {
        PublicHandler handler = imports.publicHandler();
        for (String list : List.of("/v1/sessions", "/v1/venues", "/v1/counties", "/v1/export")) {
            assertThatItIsShown(handler, list, "");
        }
        assertThatItIsShown(handler, "/v1/sessions", "sort=name&on=2026-11-26");
        assertThatItIsShown(handler, "/v1/sessions", "near=52.84,-8.98&radiusKm=200");
        for (ExportDataSet.Entry entry : imports.everything()) {
            switch (entry) {
                case ExportDataSet.Entry.VenueEntry(var venue) ->
                    assertThatItIsShown(handler, "/v1/venues/" + venue.id(), "");
                case ExportDataSet.Entry.SessionEntry(var session, var feedback) -> {
                    assertThatItIsShown(handler, "/v1/sessions/" + session.id(), "");
                    assertThatItIsShown(handler, "/v1/sessions/" + session.id() + "/occurrences", "");
                }
                // It is on the page of its session.
                case ExportDataSet.Entry.ReviewEntry review -> {}
            }
        }
    }

    private static void assertThatItIsShown(PublicHandler handler, String path, String query) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString(query)
                .withHeaders(Map.of())
                .withRequestContext(RequestContext.builder()
                        .withRequestId("any")
                        .withHttp(RequestContext.Http.builder()
                                .withMethod("GET")
                                .withPath(path)
                                .build())
                        .build())
                .build();
        APIGatewayV2HTTPResponse response = handler.handleRequest(event, null);
        assertThat(response.getStatusCode()).as("%s?%s", path, query).isEqualTo(200);
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(300)),
                Tuple.of(4, fieldsReplaced()),
                Tuple.of(4, mutated()));
    }

    private static Arbitrary<String> valid() {
        return Arbitraries.of(FILES);
    }

    private static String export() {
        try {
            Path folder = Files.createTempDirectory("export");
            try {
                Imports imports = new Imports(folder);
                imports.text("venues.csv", VENUES);
                imports.text("sessions.csv", SESSIONS);
                LocalDate night = LocalDate.of(2026, 11, 27);
                imports.sessions.save(
                        imports.session("e").withNight(night, new OccurrenceStatus.Cancelled("No boat")), 1);
                return new String(ExportWriter.lines(imports.everything()), StandardCharsets.UTF_8);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A valid file in which some values are others. */
    private static Arbitrary<byte[]> fieldsReplaced() {
        return Combinators.combine(
                        valid(),
                        Arbitraries.integers()
                                .between(0, 200)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.of(ODD).list().ofSize(4))
                .as((file, places, odd) -> {
                    String changed = file;
                    for (int i = 0; i < places.size(); i++) {
                        List<MatchResult> values =
                                VALUE.matcher(changed).results().toList();
                        if (!values.isEmpty()) {
                            changed = replaced(changed, values.get(places.get(i) % values.size()), odd.get(i));
                        }
                    }
                    return changed.getBytes(StandardCharsets.UTF_8);
                });
    }

    private static String replaced(String file, MatchResult value, String other) {
        return file.substring(0, value.start()) + other + file.substring(value.end());
    }

    /** A valid file, in some encoding, of which a part is missing, doubled or odd. */
    private static Arbitrary<byte[]> mutated() {
        return Combinators.combine(
                        valid(),
                        Arbitraries.of("UTF-8", "windows-1252", "UTF-16", "IBM850", "UTF-32"),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(ODD),
                        Arbitraries.integers().between(0, 3))
                .as((file, charset, place, length, odd, kind) -> {
                    byte[] bytes = file.getBytes(Charset.forName(charset));
                    int from = (int) (place * (bytes.length - 1));
                    int to = Math.min(bytes.length, from + length);
                    byte[] part = Arrays.copyOfRange(bytes, from, to);
                    return switch (kind) {
                        case 0 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
                        case 1 -> joined(Arrays.copyOf(bytes, to), part, Arrays.copyOfRange(bytes, to, bytes.length));
                        case 2 -> Arrays.copyOf(bytes, from);
                        default ->
                            joined(
                                    Arrays.copyOf(bytes, from),
                                    odd.getBytes(Charset.forName(charset)),
                                    Arrays.copyOfRange(bytes, from, bytes.length));
                    };
                });
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
