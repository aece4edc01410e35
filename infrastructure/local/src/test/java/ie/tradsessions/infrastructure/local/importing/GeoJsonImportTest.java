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
