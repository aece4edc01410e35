package ie.tradsessions.adapters.lambda.moderation;

import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.review.ReviewJson;
import ie.tradsessions.adapters.lambda.session.SessionJson;
import ie.tradsessions.adapters.lambda.venue.VenueJson;
import ie.tradsessions.application.moderation.ViewQueue;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.venue.Venue;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** What waits for a moderator, with all that is of use to decide it. Who reported it is kept nowhere. */
final class CaseJson {
    private CaseJson() {}

    static void queue(JsonGenerator json, List<ViewQueue.Item> items) {
        json.writeStartObject();
        Json.array(json, "items", items, CaseJson::item);
        json.writeEndObject();
    }

    private static void item(JsonGenerator json, ViewQueue.Item item) {
        Case its = item.its().value();
        json.writeStartObject();
        json.writeStringProperty("subject", its.subject().toString());
        json.writeNumberProperty("version", item.its().version());
        Json.text(json, "openedAt", its.openedAt());
        Json.array(json, "reports", its.reports(), CaseJson::report);
        Json.array(json, "decisions", its.decisions().reversed(), DecisionJson::decided);
        DecisionJson.objection(json, its.objection());
        Json.names(json, "allowed", item.allowed());
        context(json, item.context(), item.names());
        author(json, item);
        json.writeEndObject();
    }

    private static void report(JsonGenerator json, Report report) {
        json.writeStartObject();
        json.writeStringProperty("reason", report.reason().name());
        json.writeStringProperty("text", report.text());
        Json.text(json, "at", report.at());
        json.writeEndObject();
    }

    private static void context(JsonGenerator json, ViewQueue.Context context, Map<MemberId, String> names) {
        json.writeObjectPropertyStart("context");
        Listing session = context.session();
        if (session == null) {
            json.writeNullProperty("session");
        } else {
            json.writeName("session");
            SessionJson.card(json, session);
        }
        Venue venue = context.venue();
        if (venue == null) {
            json.writeNullProperty("venue");
        } else {
            json.writeName("venue");
            VenueJson.venue(json, venue);
        }
        Json.array(
                json,
                "reviews",
                context.reviews(),
                (generator, review) -> ReviewJson.withVisibility(generator, review, names));
        json.writeEndObject();
    }

    private static void author(JsonGenerator json, ViewQueue.Item item) {
        ViewQueue.Responsible author = item.author();
        if (author == null) {
            json.writeNullProperty("author");
            return;
        }
        json.writeObjectPropertyStart("author");
        json.writeStringProperty("name", item.names().get(author.member()));
        Json.text(json, "since", author.since());
        Json.array(
                json,
                "decisions",
                author.decisions(),
                (generator, notice) -> DecisionJson.decided(generator, notice.decided()));
        json.writeBooleanProperty("blocked", author.block() != null);
        json.writeEndObject();
    }
}
