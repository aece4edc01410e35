package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonImportTest {
    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void emptyStore() {
        imports = new Imports(folder);
    }

    private ImportReport features(String... features) throws IOException {
        return imports.text(
                "venues.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}");
    }

    private static String feature(String geometry, String properties) {
        return "{\"type\": \"Feature\", \"geometry\": " + geometry + ", \"properties\": {" + properties + "}}";
    }

    private static String point(String properties) {
        return feature("{\"type\": \"Point\", \"coordinates\": [-9.29, 52.93]}", properties);
    }

    @Test
    void tags_of_openstreetmap_are_known_by_their_id() throws IOException {
        features(point(
                "\"@id\": \"node/77\", \"amenity\": \"pub\", \"name\": \"Vaughan's\", \"addr:city\": \"Kilfenora\""));

        Venue venue = imports.venue(Source.OPENSTREETMAP, "node/77");

        assertThat(venue.place().town()).isEqualTo("Kilfenora");
        assertThat(venue.location()).isEqualTo(new GeoPoint(52.93, -9.29));
        assertThat(venue.place().county()).isEqualTo(County.CLARE);
    }

    @Test
    void our_own_columns_are_properties_too_and_lists_may_be_lists() throws IOException {
        features(
                point(
                        "\"key\": \"v1\", \"name\": \"Vaughan's\", \"other_names\": [\"The Barn\", \"Vaughans\"], \"gaeltacht\": false"));

        assertThat(imports.venue("csv", "v1").otherNames()).containsExactly("The Barn", "Vaughans");
    }

    @Test
    void a_building_lies_in_the_middle_of_the_box_around_it() throws IOException {
        features(feature("""
                {"type": "MultiPolygon", "coordinates": [[[[-9.0, 53.0], [-8.8, 53.0], [-8.8, 53.4], [-9.0, 53.0]]]]}
                """, "\"name\": \"Hall\""));

        GeoPoint location = imports.onlyVenue().location();

        assertThat(location.latitude()).isEqualTo(53.2);
        assertThat(location.longitude()).isCloseTo(-8.9, org.assertj.core.data.Offset.offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"@id\": \"node/79\" | ",
                "\"id\": \"node/79\" | ",
                "\"id\": \"n79\" | ",
                "\"full_id\": \"n79\", \"osm_id\": \"79\", \"osm_type\": \"node\" | ",
                "\"osm_id\": 79, \"osm_type\": \"N\" | ",
                "\"@id\": 79, \"@type\": \"node\" | ",
                "\"type\": \"node\", \"id\": 79, \"tags\": {\"amenity\": \"pub\"} | ",
                "\"x\": 1 | \"id\": \"node/79\",",
                "\"x\": 1 | \"id\": \"n79\","
            })
    void the_element_of_a_feature_is_seen_wherever_it_stands(String properties, String ofFeature) throws IOException {
        String feature = point("\"amenity\": \"pub\", \"name\": \"Vaughan's\", " + properties);
        features(feature.replaceFirst("\\{", "{" + (ofFeature == null ? "" : ofFeature)));

        assertThat(imports.venue(Source.OPENSTREETMAP, "node/79").name()).isEqualTo("Vaughan's");
    }

    @Test
    void tags_are_taken_also_where_nobody_says_of_which_element() throws IOException {
        String[] features = {
            point("\"amenity\": \"pub\", \"name\": \"Tag Pub\""),
            point("\"name\": \"Addressed Pub\", \"addr:city\": \"Ennis\""),
            point("\"name\": \"Untagged Pub\""),
            point("\"disused:amenity\": \"pub\", \"building\": \"yes\", \"name\": \"Closed Pub\"")
        };

        ImportReport report = features(features);
        ImportReport again = features(features);

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(3);
        assertThat(report.reasons())
                .containsOnlyKeys(
                        "venue: one that is open; this one has closed for good: the tag disused:amenity says so");
        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'Polygon', 'coordinates': [[[179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]]]} | -180",
                "{'type': 'LineString', 'coordinates': [[179.8, -17], [-179.9, -16]]} | 179.95",
                "{'type': 'MultiPolygon', 'coordinates': [[[[180, -17], [179.5, -16]]], [[[-180, -17], [-179.9, -16]]]]} | 179.8",
                "{'type': 'Polygon', 'coordinates': [[[179, -17], [181, -17], [181, -16], [179, -17]]]} | -180",
                "{'type': 'Polygon', 'coordinates': [[[-1, -17], [1, -17], [1, -16], [-1, -17]]]} | 0"
            })
    void what_lies_across_the_180th_meridian_does_not_lie_on_the_other_side(String geometry, double longitude)
            throws IOException {
        String place = longitude == 0
                ? "\"country\": \"GH\", \"time_zone\": \"Africa/Accra\""
                : "\"country\": \"FJ\", \"time_zone\": \"Pacific/Fiji\"";
        features(feature(geometry.replace('\'', '"'), "\"name\": \"Date Line\", " + place));

        assertThat(imports.onlyVenue().location().longitude())
                .isCloseTo(longitude, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void a_number_that_is_missing_does_not_break_the_file_and_names_of_columns_have_any_case() throws IOException {
        features(
                point("\"Name\": \"Vaughan's\", \"Name Irish\": \"Tigh\tU\u00ed\", \"website\": NaN, \"phone\": null"));

        assertThat(imports.onlyVenue().irishName()).isEqualTo("Tigh U\u00ed");
        assertThat(imports.onlyVenue().website()).isNull();
    }

    @Test
    void a_feature_with_a_recurrence_is_a_session() throws IOException {
        ImportReport report = features(
                point(
                        "\"key\": \"s1\", \"venue\": \"Vaughan's\", \"recurrence\": \"weekly\", \"days\": [\"Thu\", \"Sun\"], \"start\": \"21:30\""));

        assertThat(report.count(Result.SESSION_ADDED)).isEqualTo(1);
        assertThat(imports.session("s1").timetable().schedule().recurrence())
                .isEqualTo(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY, DayOfWeek.SUNDAY)));
        assertThat(imports.onlyVenue().name()).isEqualTo("Vaughan's");
    }

    @Test
    void a_single_feature_is_a_file_too() throws IOException {
        ImportReport report = imports.text("one.json", point("\"name\": \"Vaughan's\""));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(1);
    }

    @Test
    void bad_features_are_refused_by_number_and_reason() throws IOException {
        ImportReport report = features(
                feature("null", "\"name\": \"Nowhere\""),
                "[]",
                feature("{\"type\": \"Point\", \"coordinates\": [\"a\", \"b\"]}", "\"name\": \"Letters\""),
                feature(
                        "{\"type\": \"Point\", \"coordinates\": [52.93, -9.29]}",
                        "\"name\": \"Swapped\", \"county\": \"Clare\""),
                "{\"type\": \"Feature\"}",
                point("\"name\": \"Good\""));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(1);
        assertThat(report.lines(Remark.REFUSED)).hasSize(5);
        assertThat(report.lines(Remark.REFUSED).get(3)).contains("feature 4", "lat: a position in Ireland");
    }
}
