package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverpassImportTest {
    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void emptyStore() {
        imports = new Imports(folder);
    }

    private ImportReport elements(String... elements) throws IOException {
        return imports.text("pubs.json", "{\"version\": 0.6, \"elements\": [" + String.join(",", elements) + "]}");
    }

    private static String node(long id, String tags) {
        return "{\"type\": \"node\", \"id\": " + id + ", \"lat\": 53.2724, \"lon\": -9.0527, \"tags\": {" + tags + "}}";
    }

    private Venue venue(String key) {
        return imports.venue(Source.OPENSTREETMAP, key);
    }

    @Test
    void an_element_becomes_a_venue_with_all_that_its_tags_say() throws IOException {
        elements(node(1, """
                "amenity": "pub", "name": "Tigh Neachtain", "name:ga": "Tigh Uí Neachtain", "alt_name": "Naughton's; Neachtain's",
                "old_name": "Long gone", "addr:housenumber": "17", "addr:street": "Cross Street Upper",
                "addr:city": "Galway", "addr:county": "Co. Galway", "addr:country": "IE",
                "contact:website": "www.tighneachtain.com", "phone": "+353 91 568820; +353 91 000000",
                "note": "a word between mappers"
                """));

        Venue venue = venue("node/1");

        assertThat(venue.name()).isEqualTo("Tigh Neachtain");
        assertThat(venue.irishName()).isEqualTo("Tigh Uí Neachtain");
        assertThat(venue.otherNames()).containsExactly("Naughton's", "Neachtain's");
        assertThat(venue.formerNames()).containsExactly("Long gone");
        assertThat(venue.place().street()).isEqualTo("17 Cross Street Upper");
        assertThat(venue.place().town()).isEqualTo("Galway");
        assertThat(venue.place().county()).isEqualTo(County.GALWAY);
        assertThat(venue.website()).isEqualTo(URI.create("http://www.tighneachtain.com"));
        assertThat(venue.phone()).isEqualTo("+353 91 568820");
        assertThat(venue.location()).isEqualTo(new GeoPoint(53.2724, -9.0527));
        assertThat(venue.sample()).isFalse();
    }

    @Test
    void former_names_are_kept_apart_and_one_that_it_still_has_is_none() throws IOException {
        elements(node(1, """
                "amenity": "pub", "name": "The Fiddle", "alt_name": "The Corner", "old_name": "The Harp; The Corner",
                "old_name:ga": "An Chláirseach", "was:name": "The Harp"
                """));

        assertThat(venue("node/1").formerNames()).containsExactly("The Harp", "An Chláirseach");
        assertThat(venue("node/1").otherNames()).containsExactly("The Corner");
    }

    @Test
    void ways_and_relations_lie_at_their_centre_or_in_the_middle_of_their_bounds() throws IOException {
        ImportReport report = elements("""
                {"type": "way", "id": 2, "center": {"lat": 53.3, "lon": -6.2}, "nodes": [1, 2, 3], "tags": {"name": "Centre"}}
                """, """
                {"type": "relation", "id": 3, "bounds": {"minlat": 52.0, "minlon": -9.0, "maxlat": 52.2, "maxlon": -8.6},
                 "members": [{"type": "way", "ref": 2}], "tags": {"name": "Bounds"}}
                """, """
                {"type": "way", "id": 4, "tags": {"name": "Nowhere"}}
                """, """
                {"type": "node", "id": 5, "lat": 53.3, "lon": -6.2}
                """);

        assertThat(venue("way/2").location()).isEqualTo(new GeoPoint(53.3, -6.2));
        assertThat(venue("relation/3").location()).isEqualTo(new GeoPoint(52.1, -8.8));
        assertThat(report.lines(Remark.REFUSED)).hasSize(1).first().asString().contains("element 3", "position");
    }

    @Test
    void a_closed_pub_whose_name_mappers_took_away_is_told_by_its_element() {
        FileRecord record = new FileRecord(
                FileRecord.Format.OSM_TAGS,
                "element",
                1,
                java.util.Map.of("@id", "node/5", "lat", "52.9", "lon", "-8.9", "disused:amenity", "pub"));

        VenueRow row = OsmTags.read(record, LocalDate.of(2026, 11, 24));

        assertThat(row.closedBecause()).isEqualTo("the tag disused:amenity says so");
        assertThat(row.venue().name()).isEqualTo("node/5");
    }

    @ParameterizedTest
    @CsvSource({"179.8, -179.9", "-179.9, 179.8"})
    void bounds_across_the_180th_meridian_have_their_middle_there(double west, double east) throws IOException {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("a.json"),
                "{\"elements\": [{\"type\": \"way\", \"id\": 2, \"bounds\": {\"minlat\": -17, \"minlon\": " + west
                        + ", \"maxlat\": -16, \"maxlon\": " + east
                        + "}, \"tags\": {\"name\": \"Date Line\"}}]}");

        DataFile.at(file).read(element -> assertThat(element.fields()).containsEntry("lon", "179.95"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'disused': 'yes' | the tag disused",
                "'closed': 'Yes' | the tag closed",
                "'abandoned': 'yes' | the tag abandoned",
                "'abandoned': 'pub' | the tag abandoned",
                "'opening_hours': 'closed' | the tag opening_hours",
                "'opening_hours': 'off' | the tag opening_hours",
                "'opening_hours': 'closed \\\"for good\\\"' | the tag opening_hours",
                "'opening_hours': 'Mo-Su closed' | the tag opening_hours",
                "'opening_hours': '24/7 off' | the tag opening_hours",
                "'opening_hours': 'Permanently closed' | the tag opening_hours",
                "'end_date': '2019' | the tag end_date",
                "'end_date': '2026-10' | the tag end_date",
                "'end_date': '2026-11-23' | the tag end_date",
                "'name': 'The Anchor (Closed)' | its name",
                "'name': 'The Anchor - permanently closed' | its name",
                "'name': 'CLOSED: The Anchor' | its name"
            })
    void a_pub_that_has_closed_for_good_is_refused_with_what_says_so(String tag, String says) throws IOException {
        ImportReport report =
                elements(node(1, "\"amenity\": \"pub\", \"name\": \"The Anchor\", " + tag.replace('\'', '"')));

        assertThat(report.reasons())
                .containsExactly(java.util.Map.entry(
                        "venue: one that is open; this one has closed for good: " + says + " says so", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'disused:amenity': 'pub'",
                "'disused:amenity': 'pub', 'building': 'yes'",
                "'abandoned:amenity': 'bar', 'shop': 'vacant'",
                "'demolished:building': 'pub', 'landuse': 'grass'",
                "'removed:amenity': 'pub', 'amenity': 'parking'",
                "'was:amenity': 'pub', 'tourism': 'apartment'",
                "'razed:amenity': 'pub', 'office': 'company'",
                "'historic:amenity': 'pub', 'building': 'house'",
                "'disused:amenity': 'restaurant;pub', 'shop': 'bakery'",
                "'disused:tourism': 'hotel', 'building': 'hotel'",
                "'amenity': 'vacant'"
            })
    void what_was_once_a_pub_is_refused_whatever_the_house_is_now(String tags) throws IOException {
        ImportReport report = elements(node(1, "\"name\": \"Was a pub\", " + tags.replace('\'', '"')));

        assertThat(report.count(Result.REFUSED)).isEqualTo(1);
        assertThat(report.lines(Remark.REFUSED)).first().asString().contains("closed for good: the tag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'was:shop': 'bakery', 'disused': 'no'",
                "'disused:amenity': 'restaurant'",
                "'disused:amenity': 'no'",
                "'opening_hours': 'Mo closed; Tu-Su 16:00-23:00'",
                "'opening_hours': 'closed \\\"refurbishment, back in May\\\"'",
                "'opening_hours': 'Mo-Su 10:00-23:30; PH off'",
                "'closed': 'Mondays'",
                "'end_date': '2026-11-24'",
                "'end_date': '2026'",
                "'end_date': 'after the war'",
                "'name': 'The Closed Door'",
                "'name': 'The Anchor (temporarily closed)'"
            })
    void a_pub_that_is_open_or_closed_for_a_while_is_taken(String tags) throws IOException {
        ImportReport report =
                elements(node(1, "\"amenity\": \"pub\", \"name\": \"Is a pub\", " + tags.replace('\'', '"')));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(1);
    }

    @Test
    void a_closed_pub_is_told_by_its_former_name_where_mappers_moved_it_there() {
        FileRecord record = new FileRecord(
                FileRecord.Format.OSM_TAGS,
                "element",
                1,
                java.util.Map.of(
                        "@id", "node/5", "lat", "52.9", "lon", "-8.9", "was:amenity", "pub", "was:name", "The Anchor"));

        VenueRow row = OsmTags.read(record, LocalDate.of(2026, 11, 24));

        assertThat(row.closedBecause()).isEqualTo("the tag was:amenity says so");
        assertThat(row.source()).isEqualTo(new Source(Source.OPENSTREETMAP, "node/5"));
        assertThat(row.venue().name()).isEqualTo("The Anchor");
        assertThat(row.venue().location()).isEqualTo(new GeoPoint(52.9, -8.9));
    }

    @Test
    void bad_elements_are_refused_by_number_and_reason_and_good_ones_kept() throws IOException {
        ImportReport report = elements(
                node(1, "\"amenity\": \"pub\""),
                node(2, "\"name\": \"Good\""),
                node(3, "\"name\": \"" + "x".repeat(121) + "\""),
                node(4, "\"name\": \"Half\\ud83c\""),
                "7",
                "{\"type\": \"node\", \"id\": 6, \"lat\": 153.0, \"lon\": -9.0, \"tags\": {\"name\": \"North of north\"}}",
                "{\"type\": \"node\", \"id\": 7, \"lat\": \"x\", \"lon\": -9.0, \"tags\": {\"name\": \"Unplaced\"}}",
                "{\"type\": \"node\", \"id\": 8, \"lat\": 48.85, \"lon\": 2.35, \"tags\": {\"name\": \"Paris\"}}",
                "{\"type\": \"area\", \"id\": 9, \"lat\": 53.0, \"lon\": -9.0, \"tags\": {\"name\": \"Area\"}}",
                node(2, "\"name\": \"Good again\""));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(1);
        assertThat(report.lines(Remark.REFUSED))
                .extracting(line -> line.replaceAll(" “.*”", ""))
                .containsExactly(
                        "element 1: name: needed",
                        "element 3: name: 1 to 120 characters",
                        "element 4: name: text of whole characters that Unicode knows",
                        "element 5: element: an object",
                        "element 6: lat: -90 to 90 degrees; lat and lon seem to have changed places",
                        "element 7: lat: a number of degrees such as 53.35",
                        "element 8: country: a country code of two letters (ISO 3166-1), needed outside Ireland",
                        "element 9: id: a type (node, way, relation) and a number, as OpenStreetMap gives",
                        "element 10: key: not one that an earlier record of the file has");
    }

    @Test
    void no_control_character_of_a_file_reaches_the_terminal() throws IOException {
        ImportReport report =
                elements("{\"type\": \"node\", \"id\": 4, \"tags\": {\"name\": \"\\u001b[31mRed\\nRed\"}}");

        assertThat(report.lines(Remark.REFUSED))
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("\u001b")
                .hasLineCount(1);
    }

    @Test
    void a_bad_website_or_number_is_left_out_and_the_pub_kept() throws IOException {
        ImportReport report = elements(
                node(1, "\"name\": \"A\", \"website\": \"ask inside\", \"phone\": \"none\""),
                node(
                        2,
                        "\"name\": \"B\", \"website\": \"ftp://b.example\", \"phone\": \"+353 1 " + "2".repeat(50)
                                + "\""));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(2);
        assertThat(report.count(Remark.PARTLY_TAKEN)).isEqualTo(4);
        assertThat(venue("node/1").website()).isNull();
        assertThat(venue("node/2").phone()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Tipperary North, TIPPERARY, 0",
        "North Tipperary, TIPPERARY, 0",
        "Mayo County Council, MAYO, 0",
        "Co Mayo / Mayo, MAYO, 0",
        "An Clár, CLARE, 0",
        "Laois / Offaly, GALWAY, 1",
        "Connacht, GALWAY, 1"
    })
    void a_county_is_understood_as_people_write_it_or_taken_from_the_position(
            String stated, County county, int warnings) throws IOException {
        ImportReport report = elements(node(1, "\"name\": \"A\", \"addr:county\": \"" + stated + "\""));

        assertThat(venue("node/1").place().county()).isEqualTo(county);
        assertThat(report.count(Remark.PARTLY_TAKEN)).isEqualTo(warnings);
    }

    @Test
    void one_pub_mapped_twice_becomes_one_venue_and_one_that_looks_like_it_is_named() throws IOException {
        ImportReport report = elements(
                node(1, "\"name\": \"O'Connell's\""),
                node(2, "\"name\": \"O’Connell’s\", \"phone\": \"091 563634\""),
                node(3, "\"name\": \"O'Connell's Bar\""));

        assertThat(report.count(Result.VENUE_MERGED)).isEqualTo(1);
        assertThat(report.lines(Remark.MERGED)).first().asString().contains("element 2", "node/1", "0 m");
        assertThat(venue("node/1")).isEqualTo(venue("node/2"));
        assertThat(venue("node/1").phone()).isEqualTo("091 563634");
        assertThat(report.lines(Remark.SUSPECTED))
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "element 3",
                        "“O'Connell's”",
                        "node/3",
                        venue("node/1").id().value());
    }

    @Test
    void importing_again_changes_nothing() throws IOException {
        String[] elements = {
            node(1, "\"name\": \"O'Connell's\""), node(2, "\"name\": \"O’Connell’s\""), node(3, "\"name\": \"Other\"")
        };
        elements(elements);

        ImportReport again = elements(elements);

        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(3);
        assertThat(again.count(Result.VENUE_ADDED, Result.VENUE_MERGED, Result.VENUE_UPDATED))
                .isZero();
    }

    @Test
    void what_mappers_have_changed_is_taken_over() throws IOException {
        elements(node(1, "\"name\": \"Old name\""));

        ImportReport report = elements(node(1, "\"name\": \"New name\""));

        assertThat(report.count(Result.VENUE_UPDATED)).isEqualTo(1);
        assertThat(venue("node/1").name()).isEqualTo("New name");
    }

    @Test
    void a_known_pub_that_the_map_now_marks_as_closed_is_marked_and_told() throws IOException {
        elements(node(1, "\"amenity\": \"pub\", \"name\": \"Lifecycle Arms\""));

        ImportReport report = elements(node(1, "\"disused:amenity\": \"pub\", \"name\": \"Lifecycle Arms\""));

        assertThat(report.count(Result.VENUE_UPDATED)).isEqualTo(1);
        assertThat(report.count(Result.REFUSED)).isZero();
        assertThat(report.lines(Remark.CLOSED))
                .singleElement()
                .asString()
                .contains("Lifecycle Arms", "disused:amenity");
        assertThat(venue("node/1").closed().source()).isEqualTo(new Source(Source.OPENSTREETMAP, "node/1"));

        ImportReport again = elements(node(1, "\"disused:amenity\": \"pub\""));
        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(1);

        elements(node(1, "\"amenity\": \"pub\", \"name\": \"Lifecycle Arms\""));
        assertThat(venue("node/1").closed()).isNull();
    }

    @Test
    void a_pub_that_a_member_opened_again_stays_open_and_the_report_tells_what_the_map_says() throws IOException {
        elements(node(1, "\"amenity\": \"pub\", \"name\": \"Lifecycle Arms\""));
        String closed = node(1, "\"disused:amenity\": \"pub\", \"name\": \"Lifecycle Arms\"");
        elements(closed);
        Venue venue = venue("node/1");
        imports.members
                .changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, venue.id(), 2, MemberUseCases.described(venue), false));

        ImportReport report = elements(closed);

        assertThat(report.count(Result.VENUE_UNCHANGED)).isEqualTo(1);
        assertThat(report.lines(Remark.CORRECTED))
                .singleElement()
                .asString()
                .contains("Lifecycle Arms", "is open", "disused:amenity");
        assertThat(venue("node/1").closed()).isNull();
    }

    @Test
    void of_two_records_of_one_pub_the_one_that_shows_it_open_holds() throws IOException {
        String open = node(1, "\"amenity\": \"pub\", \"name\": \"The Crane\"");
        String closed = node(2, "\"disused:amenity\": \"pub\", \"name\": \"The Crane\"");

        for (ImportReport report : List.of(elements(open, closed), elements(closed, open))) {
            assertThat(report.count(Result.REFUSED)).isEqualTo(1);
            assertThat(report.lines(Remark.REFUSED)).singleElement().asString().contains("closed for good");
            assertThat(venue("node/1").closed()).isNull();
        }
    }

    @Test
    void a_remark_of_the_server_that_it_stopped_half_way_is_passed_on() throws IOException {
        Path file = java.nio.file.Files.writeString(
                folder.resolve("half.json"), "{\"elements\": [], \"remark\": \"runtime error: timed out\"}");

        assertThat(DataFile.at(file).read(entry -> {}).notes())
                .containsExactly("the file remarks: runtime error: timed out");
    }
}
