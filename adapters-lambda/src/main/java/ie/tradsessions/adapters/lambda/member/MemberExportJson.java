package ie.tradsessions.adapters.lambda.member;

import ie.tradsessions.adapters.lambda.feedback.FeedbackJson;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.moderation.DecisionJson;
import ie.tradsessions.adapters.lambda.review.ReviewJson;
import ie.tradsessions.adapters.lambda.session.SessionJson;
import ie.tradsessions.adapters.lambda.venue.MemberVenueJson;
import ie.tradsessions.application.member.ExportMember;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueChange;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** Everything that is kept of a member, as one document. Of hashes it says that they are there, and not what they are. */
final class MemberExportJson {
    private MemberExportJson() {}

    static void export(JsonGenerator json, ExportMember.Export export) {
        MemberFile file = export.file();
        Activity activity = file.activity().value();
        Contributions contributions = activity.contributions();
        json.writeStartObject();
        json.writeStringProperty("id", activity.member().value());
        MemberJson.profile(json, file.profile());
        ids(json, "favourites", file.favourites().value().sessions());
        ids(json, "organised", contributions.organised());
        ids(json, "shared", contributions.shared());
        Json.array(json, "sessions", export.sessions(), SessionJson::stored);
        Json.array(json, "venueChanges", export.venueChanges(), MemberExportJson::change);
        json.writeObjectPropertyStart("activity");
        json.writeNumberProperty("changesThisDay", sum(activity.daily().values()));
        json.writeNumberProperty("changesThisHour", sum(activity.hourly().values()));
        Json.array(
                json,
                "requestsWithKey",
                activity.requests(),
                (generator, done) -> generator.writeString(done.at().toString()));
        json.writeEndObject();
        Json.array(json, "reviews", export.reviews(), ReviewJson::stored);
        Json.array(json, "said", export.voices(), MemberExportJson::said);
        Json.array(json, "decisions", export.notices(), DecisionJson::stored);
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, Voice voice) {
        json.writeStartObject();
        json.writeStringProperty("session", voice.session().value());
        FeedbackJson.voice(json, voice, voice.gone());
        json.writeEndObject();
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static void ids(JsonGenerator json, String name, Collection<SessionId> sessions) {
        Json.array(json, name, sessions, (generator, id) -> generator.writeString(id.value()));
    }

    private static void change(JsonGenerator json, VenueChange change) {
        json.writeStartObject();
        json.writeStringProperty("venue", change.venue().value());
        MemberVenueJson.change(json, change);
        json.writeEndObject();
    }
}
