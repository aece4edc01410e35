package ie.tradsessions.infrastructure.local;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.infrastructure.local.server.WebAppPages;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a person starts it, in a process of its own. */
@Timeout(120)
class RunningProgramTest {
    private static final Pattern ADDRESS = Pattern.compile("Open +(http://localhost:\\d+)");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Process process;
    private BufferedReader out;
    private HttpClient client;

    @BeforeEach
    void generate() throws IOException {
        client = HttpClient.newHttpClient();
        WebAppPages.copyTo(folder);
        Files.writeString(folder.resolve("200.html"), "shell");
        Files.writeString(folder.resolve("index.html"), "home with samples");
    }

    @AfterEach
    void kill() throws Exception {
        client.close();
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private URI start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port",
                "0",
                "--web",
                folder.toString(),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = process.inputReader();
        URI address = null;
        String line = out.readLine();
        while (line != null) {
            said.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                address = URI.create(matcher.group(1));
            }
            if (line.contains("Ctrl-C stops")) {
                break;
            }
            line = out.readLine();
        }
        assertThat(address).as(String.join("\n", said)).isNotNull();
        return address;
    }

    private HttpResponse<String> get(URI address, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void it_starts_with_samples_and_pages_that_show_them_and_ends_when_asked() throws Exception {
        URI address = start("--store", "memory");

        assertThat(get(address, "/v1/sessions").body()).contains("\"sample\":true");
        assertThat(get(address, "/").body()).isEqualTo("home with samples");
        assertThat(said)
                .anyMatch(line -> line.matches(" +Holds +1\\d\\d sessions, 1\\d\\d venues, all of them samples"));

        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void each_request_leaves_one_line_of_json_without_anything_personal() throws Exception {
        URI address = start("--store", "memory");

        get(address, "/v1/sessions?near=53.27,-9.05");
        String line = out.readLine();

        assertThat(line)
                .startsWith("{")
                .contains(
                        "\"route\":\"\\/v1\\/sessions\"",
                        "\"status\":\"200\"",
                        "\"milliseconds\":\"",
                        "\"cold\":\"true\"")
                .doesNotContain("53.27", "127.0.0.1");
    }

    @Test
    void empty_is_empty_and_no_page_shows_samples() throws Exception {
        URI address = start("--store", "memory", "--empty", "--quiet");

        assertThat(get(address, "/v1/sessions").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(get(address, "/").body()).isEqualTo("shell");
    }

    @Test
    void what_is_imported_is_found_with_and_without_fadas() throws Exception {
        Path venues = Files.writeString(
                folder.resolve("venues.csv"), "key,name,town,lat,lon\nv1,Tigh Choilí,Galway,53.2719,-9.0541\n,,,1,\n");
        Path sessions = Files.writeString(
                folder.resolve("sessions.csv"), "venue,recurrence,days,start\nv1,WEEKLY,THURSDAY,18:00\n");

        URI address = start("--store", "memory", "--import", venues.toString(), "--import", sessions.toString());

        for (String typed : List.of("Tigh%20Coili", "tigh+choil%C3%AD", "tigh%20coili%CC%81", "choil")) {
            assertThat(get(address, "/v1/sessions?q=" + typed).body()).as(typed).contains("Tigh Choilí");
        }
        assertThat(said)
                .contains("Importing venues.csv", "Importing sessions.csv")
                .anyMatch(line -> line.contains("Venues: 1 added"))
                .anyMatch(line -> line.contains("line 3: name: needed"))
                .anyMatch(line -> line.contains("Sessions: 1 added"));
        assertThat(get(address, "/").body()).isEqualTo("shell");
    }

    @Test
    void what_is_stored_is_there_after_a_restart_and_pages_are_followed_on() throws Exception {
        Path venues = Files.writeString(
                folder.resolve("venues.csv"), "name,town,lat,lon\nA,Galway,53.27,-9.05\nB,Ennis,52.84,-8.98\n");

        URI before = start("--empty", "--import", venues.toString());
        String first = get(before, "/v1/venues?limit=1").body();
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        URI after = start("--empty");
        String cursor = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");

        assertThat(first).contains("\"A\"");
        assertThat(get(after, "/v1/venues?limit=1&cursor=" + cursor).body()).contains("\"B\"");
        assertThat(get(after, "/").body()).isEqualTo("shell");
        assertThat(said).anyMatch(line -> line.contains("Stored in ") && line.contains("tradsessions.db"));
    }
}
