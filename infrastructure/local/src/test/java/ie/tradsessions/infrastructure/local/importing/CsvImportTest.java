package ie.tradsessions.infrastructure.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Fate;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Remark;
import ie.tradsessions.infrastructure.local.importing.ImportReport.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {
    private static final String VENUES = """
            key,name,name_irish,other_names,street,town,county,region,country,time_zone,gaeltacht,lat,lon,website,phone
            """;
    private static final String PLAIN_VENUES = "key,name,town,county,lat,lon\n";
    private static final String SESSIONS = "key,venue,recurrence,days,start\n";

    @TempDir
    Path folder;

    private Imports imports;

    @BeforeEach
    void emptyStore() {
        imports = new Imports(folder);
    }

    private ImportReport csv(String... parts) throws IOException {
        return imports.text("file.csv", String.join("", parts));
    }

    @Test
    void every_column_of_a_venue_is_read() throws IOException {
        csv(
                VENUES,
                "v1,Tigh Sheáin,Tigh Sheáin Mhóir,Sheáin's;John's,Main St,Spiddal,Gaillimh,,Ireland,,yes,53.2451,-9.3064,"
                        + "https://tigh.example,091 553 000\n");

        Venue venue = imports.venue("csv", "v1");

        assertThat(venue.name()).isEqualTo("Tigh Sheáin");
        assertThat(venue.irishName()).isEqualTo("Tigh Sheáin Mhóir");
        assertThat(venue.otherNames()).containsExactly("Sheáin's", "John's");
        assertThat(venue.place().street()).isEqualTo("Main St");
        assertThat(venue.place().town()).isEqualTo("Spiddal");
        assertThat(venue.place().county()).isEqualTo(County.GALWAY);
        assertThat(venue.place().country()).isEqualTo(Country.IRELAND);
        assertThat(venue.place().gaeltacht()).isTrue();
        assertThat(venue.website()).hasToString("https://tigh.example");
        assertThat(venue.phone()).isEqualTo("091 553 000");
        assertThat(venue.timeZone()).isEqualTo(ZoneId.of("Europe/Dublin"));
    }

    @ParameterizedTest
    @CsvSource({"US,US", "usa,US", "United States,US", "England,GB", "éire,IE", "France,FR"})
    void a_country_is_its_code_or_its_name(String stated, String code) throws IOException {
        String zoneAndPosition = switch (code) {
            case "IE" -> ",53.3,-6.2";
            case "GB" -> ",51.5,-0.1";
            case "FR" -> "Europe/Paris,48.85,2.35";
            default -> "america/new york,40.7,-74.0";
        };
        csv("name,country,region,time_zone,lat,lon\n", "Pub," + stated + ",," + zoneAndPosition + "\n");

        assertThat(imports.onlyVenue().place().country()).isEqualTo(new Country(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff", ""})
    void a_file_may_begin_with_a_byte_order_mark(String mark) throws IOException {
        csv(mark, PLAIN_VENUES, "v1,\"O'Brien's, The Corner\",Ennis,Clare,52.84,-8.98\r\n");

        assertThat(imports.venue("csv", "v1").name()).isEqualTo("O'Brien's, The Corner");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void spreadsheets_separate_with_other_signs_too(String separator) throws IOException {
        csv(
                String.join(separator, "Name", "Lat", "Lon", "Other names"),
                "\n",
                String.join(separator, "Corner", "52.84", "-8.98", "\"One;Two\""),
                "\n");

        assertThat(imports.onlyVenue().otherNames()).containsExactly("One", "Two");
    }

    @Test
    void a_field_in_quotes_may_span_lines_and_lines_are_counted_as_an_editor_does() throws IOException {
        ImportReport report = csv(
                "name,venue,recurrence,days,start,lat,lon,craic\n",
                ",Corner,WEEKLY,FRIDAY,21:00,52.84,-8.98,\"Two\nlines, \"\"quoted\"\"\"\n",
                ",Corner,WEEKLY,FRIDAY,late,52.84,-8.98,\n");

        assertThat(report.count(Result.SESSION_ADDED)).isEqualTo(1);
        assertThat(report.lines(Remark.REFUSED))
                .containsExactly("line 4 “Corner”: start: a time of day such as 21:30 or 9:30 PM");
    }

    @Test
    void without_a_key_a_venue_is_known_by_its_name_and_position() throws IOException {
        String file = "name,lat,lon\nTigh Choilí,53.2719,-9.0541\n";
        csv(file);

        ImportReport again = csv(file.replace("Choilí", "Coili"));

        assertThat(again.count(Result.VENUE_ADDED)).isZero();
        assertThat(imports.onlyVenue().names()).contains("Tigh Coili");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v,,Ennis,Clare,52.84,-8.98 | name: needed",
                "v,A,Ennis,Clare,,-8.98 | position: needed: a latitude and a longitude",
                "v,A,Ennis,Clare,52°50',-8.98 | lat: a number of degrees such as 53.35",
                "v,A,Ennis,Clare,NaN,-8.98 | lat: a number of degrees such as 53.35",
                "v,A,Ennis,Clare,-8.98,52.84 | lat: a position in Ireland (lat 51 to 56, lon -11 to -5), since a county is given",
                "v,A,Ennis,,-8.98,52.84 | lat: a position in Ireland (lat 51 to 56, lon -11 to -5); lat and lon seem to have changed places",
                "v,A,Ennis | columns: as many as line 1 names; this row has 3, not 6",
                "v,A,Ennis,Clare,52.84,-8.98,more | columns: as many as line 1 names; this row has 7, not 6"
            })
    void a_bad_row_of_a_venue_is_refused_with_its_column(String row, String reason) throws IOException {
        ImportReport report = csv(PLAIN_VENUES, row, "\ngood,Good,Ennis,Clare,52.84,-8.98\n");

        assertThat(report.reasons()).containsExactly(java.util.Map.entry(reason, 1L));
        assertThat(report.lines(Remark.REFUSED)).first().asString().startsWith("line 2");
        assertThat(imports.onlyVenue().name()).isEqualTo("Good");
    }

    @Test
    void a_bad_flag_country_or_zone_is_refused() throws IOException {
        ImportReport report = csv(
                "name,gaeltacht,country,time_zone,lat,lon\n",
                "A,perhaps,,,53.3,-6.2\n",
                "B,,Atlantis,,53.3,-6.2\n",
                "C,,,Europe/Atlantis,53.3,-6.2\n",
                "D,,US,,40.7,-74.0\n");

        assertThat(report.lines(Remark.REFUSED))
                .extracting(line -> line.substring(line.indexOf("”: ") + 3))
                .containsExactly(
                        "gaeltacht: true or false",
                        "country: a country code of two letters (ISO 3166-1), for example IE, GB or US",
                        "time_zone: the IANA name of a region, such as Europe/Dublin or America/New_York; no offset and no"
                                + " abbreviation",
                        "time_zone: a zone such as Europe/Paris, needed outside Ireland and Britain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GMT+1", "UTC+01:00", "Z", "UTC", "+01:00", "Etc/GMT-1", "CET"})
    void what_is_no_region_of_the_iana_database_is_no_time_zone_and_takes_no_other_row_with_it(String zone)
            throws IOException {
        ImportReport report = csv(
                "venue,lat,lon,country,time_zone,recurrence,days,start\n",
                "Offset House,48.8500,2.3500,FR," + zone + ",WEEKLY,THURSDAY,20:00\n",
                "Good House,48.8800,2.3800,FR,Europe/Paris,WEEKLY,THURSDAY,20:00\n");

        assertThat(report.lines(Remark.REFUSED))
                .containsExactly("line 2 “Offset House”: time_zone: the IANA name of a region, such as Europe/Dublin or"
                        + " America/New_York; no offset and no abbreviation");
        assertThat(imports.onlyVenue().timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void a_pub_in_clare_does_not_keep_the_time_of_new_york() throws IOException {
        ImportReport report = csv(
                "name,county,country,time_zone,lat,lon\n",
                "A,Clare,,America/New_York,52.84,-8.98\n",
                "B,,,America/New_York,52.84,-8.98\n",
                "C,,US,America/New_York,52.84,-8.98\n",
                "D,,FR,Europe/Dublin,48.88,2.38\n");

        assertThat(report.reasons())
                .containsOnlyKeys(
                        "time_zone: Europe/Dublin in IE, not America/New_York",
                        "time_zone: the zone of the place where the venue is; at its longitude the clock is not that of"
                                + " America/New_York",
                        "time_zone: Europe/Paris in FR, not Europe/Dublin");
        assertThat(report.count(Result.VENUE_ADDED)).isZero();
    }

    @Test
    void a_date_outside_its_own_season_is_refused() throws IOException {
        ImportReport report = csv(
                "venue,lat,lon,county,recurrence,days,dates,start,season_from,season_to\n",
                "Never House,52.7101,-9.31,Clare,DATES,,2026-07-03;2026-12-04,21:00,JUNE,AUGUST\n",
                "Weekly House,52.7401,-9.31,Clare,WEEKLY,MONDAY,,21:00,,\n");

        assertThat(report.lines(Remark.REFUSED))
                .containsExactly("line 2 “Never House”: dates: dates within the season JUNE to AUGUST;"
                        + " 2026-12-04 is outside");
        assertThat(imports.onlyVenue().name()).isEqualTo("Weekly House");
    }

    private static final String EDITED = """
            venue,lat,lon,county,recurrence,days,weeks,anchor,ordinals,dates,note,start
            Date List House,52.90,-9.20,Clare,DATES,,,,,2026-12-04;2026-12-18%s,,21:00
            Fortnight House,52.91,-9.20,Clare,EVERY_N_WEEKS,THURSDAY,2,%s,,,,21:00
            Whenever House,52.92,-9.20,Clare,IRREGULAR,,,,,,When the boats are in%s,21:00
            Ordinal House,52.93,-9.20,Clare,NTH_WEEKDAY_OF_MONTH,FRIDAY,,,%s,,,21:00
            """;

    @Test
    void a_row_that_was_edited_is_the_same_session_and_the_report_says_what_was_changed() throws IOException {
        csv(EDITED.formatted("", "2027-01-07", "", "FIRST;THIRD"));

        ImportReport again = csv(EDITED.formatted(";2027-01-08", "2027-01-21", ".", "THIRD;FIRST"));

        assertThat(again.count(Result.SESSION_ADDED)).isZero();
        assertThat(again.count(Result.SESSION_UPDATED)).isEqualTo(3);
        assertThat(again.count(Result.SESSION_UNCHANGED)).isEqualTo(1);
        assertThat(again.lines(Remark.UPDATED))
                .containsExactly(
                        "line 2 “Date List House”: dates: “2026-12-04;2026-12-18” ->"
                                + " “2026-12-04;2026-12-18;2027-01-08”",
                        "line 3 “Fortnight House”: anchor: “2027-01-07” -> “2027-01-21”",
                        "line 4 “Whenever House”: note: “When the boats are in” -> “When the boats are in.”");
    }

    @Test
    void a_row_of_a_venue_that_was_edited_says_what_was_changed() throws IOException {
        csv(PLAIN_VENUES, "v1,The Corner,Ennis,Clare,52.8436,-8.9864\n");

        ImportReport again = csv(PLAIN_VENUES, "v1,The Corner House,,Clare,52.8436,-8.9864\n");

        assertThat(again.lines(Remark.UPDATED))
                .containsExactly("line 2 “The Corner House”: name: “The Corner” -> “The Corner House”,"
                        + " town: “Ennis” -> nothing");
    }

    @Test
    void former_names_are_a_column() throws IOException {
        csv("key,name,former_names,lat,lon\n", "v1,The Fiddle,The Harp;O'Shea's,52.84,-8.98\n");

        assertThat(imports.venue("csv", "v1").formerNames()).containsExactly("The Harp", "O'Shea's");
    }

    @Property(tries = 100)
    void every_row_that_was_read_has_one_fate(@ForAll("rowsOfSessions") List<String> rows) throws IOException {
        Path place = Files.createTempDirectory("rows");
        Imports into = new Imports(place);
        for (int time = 0; time < 2; time++) {
            ImportReport report = into.text(
                    "file.csv", "venue,lat,lon,recurrence,days,start,craic,shared_on\n" + String.join("\n", rows));

            assertThat(report.read()).isEqualTo(rows.size());
            assertThat(Stream.of(Fate.values()).mapToLong(report::count).sum()).isEqualTo(rows.size());
        }
    }

    @Provide
    Arbitrary<List<String>> rowsOfSessions() {
        return Combinators.combine(
                        Arbitraries.of("Corner", "The Corner", "Elsewhere", ""),
                        Arbitraries.of("52.84", "52.8401", "north", ""),
                        Arbitraries.of("WEEKLY", "DAILY"),
                        Arbitraries.of("FRIDAY", "MONDAY;FRIDAY", ""),
                        Arbitraries.of("21:00", "late"),
                        Arbitraries.of("Loud.", ""),
                        Arbitraries.of("2026-01-01", "2030-01-01", ""))
                .as((venue, lat, rule, days, start, craic, on) ->
                        String.join(",", venue, lat, "-8.98", rule, days, start, craic, on))
                .list()
                .ofMaxSize(12);
    }

    @Test
    void columns_that_nobody_knows_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "name,lat,lon,colour,longitute\n");

        assertThat(DataFile.at(file).read(entry -> {}).notes())
                .containsExactly("columns that are not known and not read: colour, longitute");
    }

    private void corner() throws IOException {
        csv(PLAIN_VENUES, "v1,The Corner,Ennis,Clare,52.8436,-8.9864\n");
    }

    @Test
    void what_the_organiser_of_a_session_says_is_kept_and_the_report_tells_what_the_file_says() throws IOException {
        corner();
        csv(SESSIONS, "s1,v1,Weekly,Tue,21:00\n");
        Session taken = imports.session("s1").organisedBy(new MemberId("m".repeat(16)));
        imports.sessions.save(taken, 1);

        ImportReport report = csv(SESSIONS, "s1,v1,Weekly,Tue,22:00\n");

        assertThat(imports.session("s1")).isEqualTo(taken);
        assertThat(report.count(Result.SESSION_UNCHANGED)).isEqualTo(1);
        assertThat(report.lines(Remark.KEPT))
                .singleElement()
                .asString()
                .startsWith("line 2")
                .endsWith("start: “21:00” -> “22:00”");
    }

    @Test
    void what_a_member_corrected_of_a_venue_is_kept_and_the_report_tells_what_the_file_says() throws IOException {
        corner();
        VenueBuilder kettle = VenueBuilder.named("The Kettle").in("Ennis").at(52.8436, -8.9864);
        imports.members
                .changeVenue()
                .change(new ChangeVenue.Command(
                        People.NIAMH, imports.onlyVenue().id(), 1, MemberUseCases.described(kettle.build()), false));

        ImportReport report = csv(PLAIN_VENUES, "v1,The Anchor,Doolin,Clare,52.8436,-8.9864\n");

        assertThat(imports.onlyVenue().name()).isEqualTo("The Kettle");
        assertThat(report.lines(Remark.UPDATED)).singleElement().asString().endsWith("town: “Ennis” -> “Doolin”");
        assertThat(report.lines(Remark.CORRECTED))
                .singleElement()
                .asString()
                .startsWith("line 2")
                .contains("name: “The Kettle” -> “The Anchor”, street: “1 Main Street” -> nothing");

        ImportReport again = csv(PLAIN_VENUES, "v1,The Anchor,Doolin,Clare,52.8436,-8.9864\n");
        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(1);
        assertThat(again.lines(Remark.CORRECTED)).isEqualTo(report.lines(Remark.CORRECTED));
    }

    @Test
    void every_column_of_a_session_is_read() throws IOException {
        corner();
        csv(
                "key,venue,name,recurrence,days,start,end,season_from,season_to,admission,pace,leadership,focus,dances,"
                        + "instruments,craic,shared_by,shared_on\n",
                "s1,v1,The Slow One,Weekly,Tue;Thursdays,9:30,23:00,October,jun,ask first,slow,LED,mixed,"
                        + "céilí;sean-nós dance,tin whistle;Bodhrán;fiddle,\"Mind\nthe step\",Nóra,2026-10-01\n");

        Session session = imports.session("s1");

        assertThat(session.venue()).isEqualTo(imports.venue("csv", "v1").id());
        assertThat(session.name()).isEqualTo("The Slow One");
        assertThat(session.timetable().schedule())
                .isEqualTo(new Schedule(
                        new Recurrence.Weekly(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)),
                        LocalTime.of(9, 30),
                        LocalTime.of(23, 0),
                        new Season(Month.OCTOBER, Month.JUNE)));
        assertThat(session.etiquette().admission()).isEqualTo(Admission.ASK_FIRST);
        assertThat(session.etiquette().pace()).isEqualTo(Pace.SLOW);
        assertThat(session.etiquette().leadership()).isEqualTo(Leadership.LED);
        assertThat(session.etiquette().focus()).isEqualTo(Focus.MIXED);
        assertThat(session.etiquette().dances()).containsExactly(Dance.CEILI, Dance.SEAN_NOS_DANCE);
        assertThat(session.instruments())
                .containsExactly(Instrument.FIDDLE, Instrument.TIN_WHISTLE, Instrument.BODHRAN);
        assertThat(session.craic()).isEqualTo("Mind\nthe step");
        assertThat(session.shared().by()).isEqualTo(new Author.Named("Nóra"));
        assertThat(session.shared().at()).isEqualTo(Instant.parse("2026-10-01T11:00:00Z"));
        assertThat(session.sample()).isFalse();
    }

    @Test
    void every_kind_of_schedule_is_read() throws IOException {
        corner();
        ImportReport report = csv(
                "key,venue,recurrence,days,weeks,anchor,ordinals,dates,note,start\n",
                "a,v1,EVERY_N_WEEKS,MONDAY,2,2026-11-16,,,,21:00\n",
                "b,v1,NTH_WEEKDAY_OF_MONTH,FRIDAY,,,first;third,,,21:00\n",
                "c,v1,DATES,,,,,2026-12-26;2026-12-31,,21:00\n",
                "d,v1,IRREGULAR,,,,,,When the boat is in,21:00\n");

        assertThat(report.count(Result.SESSION_ADDED)).isEqualTo(4);
        assertThat(recurrence("a"))
                .isEqualTo(new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 11, 16), DayOfWeek.MONDAY));
        assertThat(recurrence("b"))
                .isEqualTo(new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST, Ordinal.THIRD), DayOfWeek.FRIDAY));
        assertThat(recurrence("c"))
                .isEqualTo(new Recurrence.Dates(List.of(LocalDate.of(2026, 12, 26), LocalDate.of(2026, 12, 31))));
        assertThat(recurrence("d")).isEqualTo(new Recurrence.Irregular("When the boat is in"));
    }

    private Recurrence recurrence(String key) {
        return imports.session(key).timetable().schedule().recurrence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s,,WEEKLY,FRIDAY,21:00,, | venue: needed",
                "s,v1,,FRIDAY,21:00,, | recurrence: needed",
                "s,v1,DAILY,FRIDAY,21:00,, | recurrence: of WEEKLY, EVERY_N_WEEKS, NTH_WEEKDAY_OF_MONTH, DATES, IRREGULAR",
                "s,v1,WEEKLY,,21:00,, | days: at least one weekday",
                "s,v1,WEEKLY,Fr,21:00,, | days: of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY",
                "s,v1,WEEKLY,FRIDAY,25:00,, | start: a time of day such as 21:30 or 9:30 PM",
                "s,v1,EVERY_N_WEEKS,FRIDAY,21:00,, | anchor: needed",
                "s,v1,NTH_WEEKDAY_OF_MONTH,FRI;SAT,21:00,, | days: one weekday; a session that meets on two such days is two sessions",
                "s,v1,DATES,,21:00,30 Feb, | dates: a date such as 2026-11-24",
                "s,v1,IRREGULAR,,21:00,, | note: needed",
                "s,v1,WEEKLY,FRIDAY,21:00,,2027-01-01 | shared_on: a date that is not in the future",
                "s,Elsewhere,WEEKLY,FRIDAY,21:00,, | venue: a key or name of a known venue, or a name with lat and lon"
            })
    void a_bad_row_of_a_session_is_refused_with_its_column(String row, String reason) throws IOException {
        corner();

        ImportReport report = csv("key,venue,recurrence,days,start,dates,shared_on\n", row, "\n");

        assertThat(report.reasons()).containsExactly(java.util.Map.entry(reason, 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2026-11-25 | 53.35,-6.26,IE,Europe/Dublin", "2026-11-26 | -36.85,174.76,NZ,Pacific/Auckland"})
    void of_a_session_that_is_refused_no_venue_stays(String sharedOn, String place) throws IOException {
        ImportReport report = csv(
                "key,venue,lat,lon,country,time_zone,recurrence,days,start,season_from,season_to,dates,shared_on,shared_by\n",
                "s,Far House," + place + ",WEEKLY,FRIDAY,21:00,,,," + sharedOn + ",Nóra\n",
                "v,Near House,52.84,-8.98,,,WEEKLY,FRIDAY,21:00,,,,,\n",
                "v,Far House," + place + ",WEEKLY,FRIDAY,21:00,,,,,\n",
                "t,Far House," + place + ",WEEKLY,FRIDAY,21:00,,,,," + "x".repeat(61) + "\n");

        assertThat(report.reasons())
                .containsOnlyKeys(
                        "shared_on: a date that is not in the future",
                        "shared_by: 1 to 60 characters",
                        "key: not one that an earlier record of the file has");
        assertThat(imports.onlyVenue().name()).isEqualTo("Near House");
    }

    @Test
    void a_session_finds_its_venue_by_key_by_position_or_by_a_name_that_only_one_has() throws IOException {
        imports.text("osm.json", """
                {"elements": [{"type": "node", "id": 9, "lat": 53.35, "lon": -6.28, "tags": {"name": "The Cobblestone"}}]}
                """);
        csv(
                PLAIN_VENUES,
                "v1,The Corner,Ennis,Clare,52.8436,-8.9864\n",
                "v2,Corner,Kilrush,Clare,52.64,-9.48\n",
                "v3,The Corner,Tralee,Kerry,52.27,-9.70\n");

        ImportReport report = csv(
                "key,venue,town,county,lat,lon,recurrence,days,start\n",
                "a,v1,,,,,WEEKLY,FRIDAY,21:00\n",
                "b,node/9,,,,,WEEKLY,FRIDAY,21:00\n",
                "c,the cobblestone,,,,,WEEKLY,SUNDAY,21:00\n",
                "d,Corner,Kilrush,,,,WEEKLY,FRIDAY,21:00\n",
                "e,Corner,,Kerry,,,WEEKLY,FRIDAY,21:00\n",
                "f,Brand New,Cong,Mayo,53.54,-9.29,WEEKLY,FRIDAY,21:00\n",
                "g,Cobblestone,,,53.35001,-6.28,WEEKLY,MONDAY,21:00\n",
                "h,Corner,,,,,WEEKLY,FRIDAY,21:00\n");

        assertThat(venueOf("a")).isEqualTo(imports.venue("csv", "v1"));
        assertThat(venueOf("b").name()).isEqualTo("The Cobblestone");
        assertThat(venueOf("c")).isEqualTo(venueOf("b"));
        assertThat(venueOf("d")).isEqualTo(imports.venue("csv", "v2"));
        assertThat(venueOf("e")).isEqualTo(imports.venue("csv", "v3"));
        assertThat(venueOf("f").place().town()).isEqualTo("Cong");
        assertThat(venueOf("g")).isEqualTo(venueOf("b"));
        assertThat(report.reasons())
                .containsOnlyKeys("venue: a name that one venue has; several do: give its town, county or lat and lon");
    }

    private Venue venueOf(String key) {
        return imports.venues
                .find(imports.session(key).venue())
                .map(Versioned::value)
                .orElseThrow();
    }

    @Test
    void two_sessions_at_one_venue_are_two_and_the_same_one_twice_is_a_mistake() throws IOException {
        corner();
        ImportReport report = csv(
                "venue,recurrence,days,start\n",
                "v1,WEEKLY,FRIDAY,21:00\n",
                "v1,WEEKLY,FRIDAY,15:00\n",
                "v1,WEEKLY,FRIDAY,21:00\n");

        assertThat(report.count(Result.SESSION_ADDED)).isEqualTo(2);
        assertThat(report.lines(Remark.REFUSED)).hasSize(1).first().asString().contains("line 4", "key: needed");
    }

    @Test
    void importing_again_changes_nothing_even_on_another_day() throws IOException {
        String file = """
                venue,town,lat,lon,recurrence,days,start
                Corner,Ennis,52.84,-8.98,WEEKLY,FRIDAY,21:00
                Corner,,52.84,-8.98,WEEKLY,MONDAY,21:00
                """;
        ImportReport first = csv(file);

        ImportReport again = csv(file);

        assertThat(first.count(Result.VENUE_ADDED)).isEqualTo(1);
        assertThat(first.count(Result.SESSION_ADDED)).isEqualTo(2);
        assertThat(again.count(Result.SESSION_UNCHANGED)).isEqualTo(2);
        assertThat(again.count(Result.VENUE_UNCHANGED)).isEqualTo(1);
        assertThat(again.count(Result.SESSION_ADDED, Result.SESSION_UPDATED, Result.VENUE_UPDATED))
                .isZero();
    }

    @Test
    void a_night_that_was_cancelled_here_stays_cancelled() throws IOException {
        corner();
        String file = SESSIONS + "s1,v1,WEEKLY,FRIDAY,21:00\n";
        csv(file);
        Session cancelled =
                imports.session("s1").withNight(LocalDate.of(2026, 11, 27), new OccurrenceStatus.Cancelled("No heat"));
        imports.sessions.save(cancelled, 1);

        ImportReport again = csv(file);

        assertThat(again.count(Result.SESSION_UNCHANGED)).isEqualTo(1);
        assertThat(imports.session("s1")).isEqualTo(cancelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0", "\u2007", "\u2009", "\u202f", "\u3000", "\t", " \u200b", "\u200e", "\u00ad", "\ufeff",
                "\u2060"
            })
    void blanks_and_invisible_characters_around_a_field_make_no_difference(String mark) throws IOException {
        ImportReport report = imports.text("marked.csv", """
                key|;name|;venue|;lat;lon;country;county;gaeltacht;website;phone;recurrence;days;weeks;anchor;start;end;season_from;admission;shared_on;season_to;instruments
                |s1|;|Slow|;|The Cob|ble|;|52.84|;|-9.01|;|IE|;|Clare|;|no|;|https://x.ie/|;|091|553|000|;|EVERY_N_WEEKS|;|THURSDAY|;|2|;|2027-01-07|;|21:30|;|23:30|;|OCTOBER|;|OPEN|;|2026-11-01|;|MAY|;|fiddle|,|flute|
                """.replace("Cob|ble", "Cob ble")
                .replace("091|553|000", "091 553 000")
                .replace("|", mark));

        assertThat(report.lines(Remark.REFUSED)).isEmpty();
        assertThat(imports.onlyVenue().name()).isEqualTo("The Cob ble");
        assertThat(imports.onlyVenue().phone()).isEqualTo("091 553 000");
        assertThat(imports.onlyVenue().website()).hasToString("https://x.ie/");
        assertThat(imports.session("s1").timetable().schedule())
                .isEqualTo(new Schedule(
                        new Recurrence.EveryNWeeks(2, LocalDate.of(2027, 1, 7), DayOfWeek.THURSDAY),
                        LocalTime.of(21, 30),
                        LocalTime.of(23, 30),
                        new Season(Month.OCTOBER, Month.MAY)));
        assertThat(imports.session("s1").instruments()).containsExactly(Instrument.FIDDLE, Instrument.FLUTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name;lat;lon;\"a, b, c, d, e\" | Head House;53.731;-8.1;x",
                "\"name\",\"lat\",\"lon\",\"a; b; c; d; e\" | Head House,53.731,-8.1,x",
                "\"Name\";\"Lat\";\"Lon\" | Head House;53,731;-8,1",
                "sep=; | name;lat;lon\\nHead House;53.731;-8.1",
                "NAME, Lat ,\u00a0LON | \"Head House\",\"53,731\",\u22128.1",
                "name,lat,lon,, | Head House,53.731,-8.1,,,,"
            })
    void the_separator_is_what_separates_the_titles_outside_quotes(String head, String row) throws IOException {
        csv(head, "\r\n", row.replace("\\n", "\r\n"), "\r\n;;\r\n".replace(";", head.contains(";") ? ";" : ","));

        assertThat(imports.onlyVenue().name()).isEqualTo("Head House");
        assertThat(imports.onlyVenue().location()).isEqualTo(new GeoPoint(53.731, -8.1));
    }

    @Test
    void a_file_of_windows_1252_is_recognised_and_said_to_be_so() throws IOException {
        Path file = java.nio.file.Files.write(
                folder.resolve("latin.csv"),
                "name,lat,lon\r\nOne,53.1,-8.1\r\nCaf\u00e9 \u201cO\u2019Neill\u201d \u20ac,53.3,-8.3\r\n"
                        .getBytes(Charset.forName("windows-1252")));

        ImportReport report = imports.file(file);

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(2);
        assertThat(imports.index()
                        .find(new VenueQuery("cafe", null, null), Instant.EPOCH, 1, null)
                        .items())
                .first()
                .satisfies(
                        card -> assertThat(card.venue().name()).isEqualTo("Caf\u00e9 \u201cO\u2019Neill\u201d \u20ac"));
        assertThat(DataFile.at(file).read(record -> {}).notes())
                .containsExactly("the file is not UTF-8; it was read as Windows-1252, as spreadsheets write it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void a_file_with_a_mark_of_its_encoding_is_read_by_it(String charset) throws IOException {
        ImportReport report = imports.bytes(
                "unicode.txt",
                "\ufeffname\tlat\tlon\nTigh Choil\u00ed\t53,27\t-9,05\n".getBytes(Charset.forName(charset)));

        assertThat(report.count(Result.VENUE_ADDED)).isEqualTo(1);
        assertThat(imports.onlyVenue().name()).isEqualTo("Tigh Choil\u00ed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "53.1d | such as 53.35",
                "53.1f | such as 53.35",
                "0x1.a8p5 | such as 53.35",
                "NaN | such as 53.35",
                "Infinity | such as 53.35",
                "53.1N | such as 53.35",
                "\u0665\u0663 | such as 53.35",
                "\uff15\uff13 | such as 53.35",
                "5_3 | such as 53.35",
                "1e400 | -90 to 90 degrees",
                "1.234,5 | such as 53.35, with one decimal sign",
                "53.123.456 | such as 53.35, with one decimal sign",
                "53 123 | such as 53.35, with one decimal sign",
                "91 | -90 to 90 degrees",
                "-122.4 | lat and lon seem to have changed places"
            })
    void a_latitude_is_a_plain_decimal_within_its_range(String latitude, String help) throws IOException {
        ImportReport report = csv("name;lat;lon\n", "A;" + latitude + ";-8.1\n");

        assertThat(report.lines(Remark.REFUSED)).hasSize(1).first().asString().contains("lat: ", help);
    }

    @ParameterizedTest
    @CsvSource({
        "21:30,21:30", "9:30 PM,21:30", "9:30 p.m.,21:30", "9.30pm,21:30", "9pm,21:00", "21.30,21:30", "21h30,21:30",
        "21h,21:00", "2130,21:30", "12:30 AM,00:30", "12pm,12:00", "24:00,00:00", "midnight,00:00", "09:30,09:30",
        "21:30:00,21:30"
    })
    void a_time_is_read_as_people_write_it(String written, LocalTime time) throws IOException {
        corner();
        csv(SESSIONS, "s1,v1,WEEKLY,FRIDAY," + written + "\n");

        assertThat(imports.session("s1").timetable().schedule().start()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9", "930", "21:30 PM", "0:30 PM", "24:30", "25:00", "21:60", "21:3", "21:30Z", "late", "21.5"})
    void a_time_that_nobody_could_be_sure_of_is_refused(String written) throws IOException {
        corner();
        ImportReport report = csv(SESSIONS, "s1,v1,WEEKLY,FRIDAY," + written + "\n");

        assertThat(report.reasons()).containsOnlyKeys("start: a time of day such as 21:30 or 9:30 PM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-25",
                "2026/12/25",
                "20261225",
                "2026-12-25 00:00:00",
                "25/12/2026",
                "12/25/2026",
                "25.12.2026",
                "25-12-2026",
                "25 December 2026",
                "25th Dec 2026",
                "Dec. 25, 2026",
                "25-Dec-2026",
                "Friday 25 December 2026",
                "Fri 25 Dec 2026",
                "25 Nollaig 2026"
            })
    void a_date_that_can_be_read_in_one_way_is_taken(String written) throws IOException {
        corner();
        csv(
                "key;venue;recurrence;start;shared_on;anchor;weeks;days\n",
                "s1;v1;EVERY_N_WEEKS;21:00;;" + written + ";2;FRIDAY\n");

        assertThat(recurrence("s1"))
                .isEqualTo(new Recurrence.EveryNWeeks(2, LocalDate.of(2026, 12, 25), DayOfWeek.FRIDAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "03/04/2026 | a date that is one only; 03/04/2026 may be 3 April or 4 March: write 2026-04-03 or 2026-03-04",
                "3.4.2026 | a date that is one only; 3.4.2026 may be 3 April or 4 March: write 2026-04-03 or 2026-03-04",
                "25/12/26 | a date with a year of four digits, such as 2026-11-24",
                "25 Dec 26 | a date with a year of four digits, such as 2026-11-24",
                "Thursday 25 December 2026 | a date such as 2026-11-24",
                "31/02/2026 | a date such as 2026-11-24",
                "13/13/2026 | a date such as 2026-11-24",
                "2026125 | a date such as 2026-11-24",
                "0026-12-25 | a date of the years 1900 to 2199",
                "+12026-12-25 | a date such as 2026-11-24"
            })
    void a_date_that_may_be_two_is_refused_with_both(String written, String reason) throws IOException {
        corner();
        ImportReport report = csv("key;venue;recurrence;start;dates\n", "s1;v1;DATES;21:00;" + written + "\n");

        assertThat(report.reasons()).containsOnlyKeys("dates: " + reason);
    }

    @Test
    void a_day_and_a_month_that_are_one_figure_are_one_date() throws IOException {
        corner();
        csv("key;venue;recurrence;start;dates\n", "s1;v1;DATES;21:00;\"4/4/2027; 25/12/2026\"\n");

        assertThat(recurrence("s1"))
                .isEqualTo(new Recurrence.Dates(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 4, 4))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thursday",
                "thursdays",
                "THU",
                "Thur",
                "Thurs.",
                "D\u00e9ardaoin",
                "d\u00e9ardaoin",
                "D\u00e9ar",
                "\uff34hursday"
            })
    void a_weekday_is_understood_in_english_and_irish(String written) throws IOException {
        corner();
        csv(SESSIONS, "s1,v1,weekly,\"" + written + ", D\u00e9 hAoine\",21:00\n");

        assertThat(recurrence("s1")).isEqualTo(new Recurrence.Weekly(Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.ceolt\u00e1.ie/,https://www.xn--ceolt-1qa.ie/",
        "www.ceolt\u00e1.ie,http://www.xn--ceolt-1qa.ie",
        "http://ceolt\u00e1.ie:8080/a\u00e9?b=c#d,http://xn--ceolt-1qa.ie:8080/a%C3%A9?b=c#d",
        "HTTPS://X.ie/,HTTPS://X.ie/"
    })
    void a_website_with_an_international_name_is_kept_as_a_browser_opens_it(String written, String kept)
            throws IOException {
        csv("name,lat,lon,website\n", "Fada,53.1,-8.1," + written + "\n");

        assertThat(imports.onlyVenue().website()).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask inside",
                "javascript:alert(1)",
                "https://user:pass@x.ie/",
                "https://localhost/",
                "https://-.ie/",
                "https://"
            })
    void what_is_no_website_is_left_out_with_a_warning(String written) throws IOException {
        ImportReport report = csv("name,lat,lon,website\n", "Fada,53.1,-8.1," + written + "\n");

        assertThat(imports.onlyVenue().website()).isNull();
        assertThat(report.count(Remark.PARTLY_TAKEN)).isEqualTo(1);
    }

    @Test
    void whoever_does_not_say_how_one_joins_in_had_better_be_asked() throws IOException {
        corner();
        csv(SESSIONS, "s1,v1,WEEKLY,FRIDAY,21:00\n");

        Session session = imports.session("s1");

        assertThat(session.etiquette().admission()).isEqualTo(Admission.ASK_FIRST);
        assertThat(session.shared().by()).isEqualTo(new Author.Named("file.csv"));
        assertThat(session.shared().at()).isEqualTo(Imports.NOW);
    }
}
