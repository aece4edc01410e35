package ie.tradsessions.adapters.lambda;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ListOccurrences;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The operations of the public function: each reads its parameters, asks one use case, and writes what it answers. */
final class PublicApi {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final GeoPoint ANYWHERE = new GeoPoint(0, 0);
    private static final String DOCUMENT = "openapi.json";

    /** Lambda takes six megabytes, in which the quotes of this are escaped once more. */
    private static final int MAX_BYTES = 4_000_000;

    private final PublicUseCases useCases;
    private final Cursors cursors;
    private final String version;

    PublicApi(PublicUseCases useCases, Cursors cursors, String version) {
        this.useCases = useCases;
        this.cursors = cursors;
        this.version = version;
    }

    Answer findSessions(Call call) {
        Parameters given = call.parameters();
        Nearby near = near(given);
        SessionQuery.Builder asked = SessionQuery.builder()
                .near(near)
                .box(given.one("bbox", Reading::box))
                .county(given.one("county", PublicApi::county))
                .country(given.one("country", Country::new))
                .town(given.one("town", Reading::words))
                .text(given.one("q", Reading::words))
                .days(given.many("day", Reading.oneOf(DayOfWeek.class)))
                .on(given.one("on", Reading::date))
                .paces(given.many("pace", Reading.oneOf(Pace.class)))
                .admissions(given.many("admission", Reading.oneOf(Admission.class)))
                .focuses(given.many("focus", Reading.oneOf(Focus.class)));
        SessionOrder order = given.one("sort", Reading.oneOf(SessionOrder.class, Reading::lowerCase));
        if (order == SessionOrder.DISTANCE && !given.has("near")) {
            given.refuse("sort", "must be rank, next or name; distance only together with near");
        }
        int limit = limit(given, FindSessions.DEFAULT_LIMIT, FindSessions.MAX_LIMIT);
        PageToken after = after(given, call);
        SessionQuery sessions = given.into(() -> asked.order(order).build());
        return page(
                call,
                limit,
                near == null ? Caching.LIST : Caching.PERSONAL,
                most -> useCases.findSessions().find(new FindSessions.Query(sessions, most, after)),
                SessionJson::card);
    }

    Answer viewArea(Call call) {
        Parameters given = call.parameters();
        BoundingBox cell = given.read("geohash", call.variable("geohash"), Reading::cell);
        int limit = limit(given, ViewArea.DEFAULT_LIMIT, ViewArea.MAX_LIMIT);
        PageToken after = after(given, call);
        BoundingBox area = given.into(() -> Objects.requireNonNull(cell));
        return page(
                call,
                limit,
                Caching.LIST,
                most -> useCases.viewArea().view(new ViewArea.Query(area, most, after)),
                SessionJson::card);
    }

    Answer viewSession(Call call) {
        call.parameters().check();
        return identifier(call, SessionId::new)
                .flatMap(useCases.viewSession()::view)
                .map(view -> Answer.json(Json.bytes(json -> SessionJson.detail(json, view)), Caching.PAGE))
                .orElseGet(() -> call.notFound("There is no such session."));
    }

    Answer listOccurrences(Call call) {
        Parameters given = call.parameters();
        LocalDate from = given.one("from", Reading::date);
        LocalDate to = given.one("to", Reading::date);
        given.check();
        return identifier(call, SessionId::new)
                .flatMap(id ->
                        given.into(() -> useCases.listOccurrences().list(new ListOccurrences.Query(id, from, to))))
                .map(nights -> Answer.json(Json.bytes(json -> SessionJson.nights(json, nights)), Caching.PAGE))
                .orElseGet(() -> call.notFound("There is no such session."));
    }

    Answer findVenues(Call call) {
        Parameters given = call.parameters();
        String text = given.one("q", Reading::words);
        Nearby near = near(given);
        County county = given.one("county", PublicApi::county);
        int limit = limit(given, FindVenues.DEFAULT_LIMIT, FindVenues.MAX_LIMIT);
        PageToken after = after(given, call);
        VenueQuery venues = given.into(() -> new VenueQuery(text, near, county));
        return page(
                call,
                limit,
                near == null ? Caching.LIST : Caching.PERSONAL,
                most -> useCases.findVenues().find(new FindVenues.Query(venues, most, after)),
                (json, card) -> VenueJson.card(json, card, near));
    }

    Answer viewVenue(Call call) {
        call.parameters().check();
        return identifier(call, VenueId::new)
                .flatMap(useCases.viewVenue()::view)
                .map(view -> Answer.json(Json.bytes(json -> VenueJson.page(json, view)), Caching.PAGE))
                .orElseGet(() -> call.notFound("There is no such venue."));
    }

    Answer listCounties(Call call) {
        call.parameters().check();
        ListCounties.Listed listed = useCases.listCounties().list();
        return Answer.json(Json.bytes(json -> CountyJson.counties(json, listed)), Caching.COUNTS);
    }

    Answer exportDataSet(Call call) {
        Parameters given = call.parameters();
        int limit = limit(given, ExportDataSet.DEFAULT_LIMIT, ExportDataSet.MAX_LIMIT);
        PageToken after = after(given, call);
        given.check();
        return fitting(
                limit, most -> useCases.exportDataSet().export(new ExportDataSet.Query(most, after)), entries -> {
                    byte[] lines = ExportJson.lines(entries.items());
                    Answer answer = new Answer(200, JSON_LINES, lines, Caching.EXPORT, Map.of());
                    String next = next(entries, call);
                    return next == null
                            ? answer
                            : answer.with("Link", "</v1/export?limit=" + limit + "&cursor=" + next + ">; rel=\"next\"");
                });
    }

    Answer health(Call call) {
        call.parameters().check();
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("status", "UP");
            json.writeStringProperty("version", version);
            json.writeEndObject();
        });
        return Answer.json(body, Caching.NONE);
    }

    Answer openapi(Call call) {
        call.parameters().check();
        try (InputStream document = Objects.requireNonNull(PublicApi.class.getResourceAsStream(DOCUMENT))) {
            return Answer.json(document.readAllBytes(), Caching.DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Answer page(
            Call call, int limit, Caching caching, IntFunction<Page<T>> ask, BiConsumer<JsonGenerator, T> write) {
        return fitting(
                limit,
                ask,
                page -> Answer.json(
                        Json.bytes(json -> {
                            json.writeStartObject();
                            Json.array(json, "items", page.items(), write);
                            json.writeStringProperty("next", next(page, call));
                            json.writeEndObject();
                        }),
                        caching));
    }

    /** Asks for fewer where what was asked for does not fit a response. */
    private static <T> Answer fitting(int limit, IntFunction<Page<T>> ask, Function<Page<T>, Answer> write) {
        Answer answer = write.apply(ask.apply(limit));
        for (int fewer = limit / 2; fewer > 0 && answer.body().length > MAX_BYTES; fewer /= 2) {
            answer = write.apply(ask.apply(fewer));
        }
        return answer;
    }

    private @Nullable String next(Page<?> page, Call call) {
        PageToken next = page.next();
        return next == null ? null : cursors.sealed(next.value(), call.question());
    }

    private @Nullable PageToken after(Parameters given, Call call) {
        return given.one(
                "cursor",
                text -> cursors.opened(text, call.question())
                        .map(PageToken::new)
                        .orElseThrow(
                                () -> new InvalidValue("cursor", "the next of an earlier page of the same question")));
    }

    private static int limit(Parameters given, int usual, int most) {
        Integer limit = given.one("limit", Reading.upTo(most));
        return limit == null ? usual : limit;
    }

    private static @Nullable Nearby near(Parameters given) {
        GeoPoint point = given.one("near", Reading::point);
        // Its range holds wherever the point may be.
        Double radiusKm = given.one("radiusKm", text -> new Nearby(ANYWHERE, Reading.decimal(text)).radiusKm());
        if (given.has("radiusKm") && !given.has("near")) {
            given.refuse("radiusKm", "must come together with near");
        }
        return point == null ? null : new Nearby(point, radiusKm == null ? Nearby.DEFAULT_KM : radiusKm);
    }

    private static County county(String name) {
        return County.named(name)
                .orElseThrow(() -> new InvalidValue("county", "one of the 32 counties, in English or Irish"));
    }

    /** What is not of the form of an identifier is just not the identifier of anything. */
    private static <T> Optional<T> identifier(Call call, Function<String, T> read) {
        try {
            return Optional.of(read.apply(call.variable("id")));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
