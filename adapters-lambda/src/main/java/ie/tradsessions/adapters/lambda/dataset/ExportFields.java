package ie.tradsessions.adapters.lambda.dataset;

/** The names of the properties of an export, and of those values that are no constants of the domain. */
final class ExportFields {
    static final String KIND = "kind";
    static final String VENUE = "VENUE";
    static final String SESSION = "SESSION";
    static final String REVIEW = "REVIEW";

    static final String ID = "id";
    static final String NAME = "name";
    static final String SAMPLE = "sample";

    // A venue
    static final String NAME_IRISH = "nameIrish";
    static final String OTHER_NAMES = "otherNames";
    static final String FORMER_NAMES = "formerNames";
    static final String STREET = "street";
    static final String TOWN = "town";
    static final String COUNTY = "county";
    static final String REGION = "region";
    static final String COUNTRY = "country";
    static final String GAELTACHT = "gaeltacht";
    static final String LOCATION = "location";
    static final String LATITUDE = "lat";
    static final String LONGITUDE = "lon";
    static final String TIME_ZONE = "timeZone";
    static final String WEBSITE = "website";
    static final String PHONE = "phone";
    static final String SOURCES = "sources";
    static final String DATASET = "dataset";
    static final String KEY = "key";
    static final String CLOSED = "closed";
    static final String SURE = "sure";

    // A session
    static final String VENUE_ID = "venueId";
    static final String ADMISSION = "admission";
    static final String LEADERSHIP = "leadership";
    static final String PACE = "pace";
    static final String FOCUS = "focus";
    static final String DANCES = "dances";
    static final String INSTRUMENTS = "instruments";
    static final String CRAIC = "craic";
    static final String SHARED = "shared";
    static final String ORIGIN = "origin";
    static final String BY = "by";
    static final String AT = "at";

    // Its schedule
    static final String SCHEDULE = "schedule";
    static final String WEEKLY = "WEEKLY";
    static final String DAYS = "days";
    static final String EVERY_N_WEEKS = "EVERY_N_WEEKS";
    static final String WEEKS = "weeks";
    static final String ANCHOR = "anchor";
    static final String DAY = "day";
    static final String NTH_WEEKDAY_OF_MONTH = "NTH_WEEKDAY_OF_MONTH";
    static final String ORDINALS = "ordinals";
    static final String DATES_KIND = "DATES";
    static final String DATES = "dates";
    static final String IRREGULAR = "IRREGULAR";
    static final String NOTE = "note";
    static final String START = "start";
    static final String END = "end";
    static final String SEASON = "season";
    static final String FROM = "from";
    static final String TO = "to";

    // What was changed of it
    static final String CHANGES = "changes";
    static final String DATE = "date";
    static final String STATUS = "status";
    static final String SCHEDULED = "SCHEDULED";
    static final String CANCELLED = "CANCELLED";
    static final String MOVED = "MOVED";
    static final String MOVED_TO_VENUE_ID = "movedToVenueId";
    static final String MOVED_TO_TIME = "movedToTime";
    static final String ENDED_ON = "endedOn";

    // What players said of it
    static final String SAID = "said";
    static final String ON = "on";
    static final String OFF = "off";
    static final String LAST_WORD = "lastWord";
    static final String RATINGS = "ratings";

    // A review
    static final String SESSION_ID = "sessionId";
    static final String NUMBER = "number";
    static final String RATING = "rating";
    static final String TEXT = "text";
    static final String NIGHT = "night";
    static final String WRITTEN_AT = "writtenAt";
    static final String CHANGED_AT = "changedAt";
    static final String HELPFUL = "helpful";
    static final String ANSWER = "answer";

    private ExportFields() {}
}
