package ie.tradsessions.adapters.lambda.member;

import ie.tradsessions.adapters.lambda.http.JsonBody;
import ie.tradsessions.adapters.lambda.http.ParameterParsers;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Instrument;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** Reads what members say of themselves. */
final class ProfileInput {
    private ProfileInput() {}

    static Profile.Description of(JsonBody json) {
        String name = json.needed("displayName", text -> text);
        Set<Instrument> instruments =
                new LinkedHashSet<>(json.list("instruments", ParameterParsers.oneOf(Instrument.class)));
        County county = json.optional("homeCounty", ParameterParsers.oneOf(County.class));
        String about = json.text("about");
        return json.into(() -> new Profile.Description(Objects.requireNonNull(name), instruments, county, about));
    }
}
