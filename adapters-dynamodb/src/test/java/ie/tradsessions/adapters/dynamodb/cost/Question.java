package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.application.Storage;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.place.ListCounties;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.application.search.VenueQuery;
import ie.tradsessions.application.session.FindSessions;
import ie.tradsessions.application.session.ViewArea;
import ie.tradsessions.application.session.ViewSession;
import ie.tradsessions.application.session.ViewVenue;
import ie.tradsessions.application.venue.FindVenues;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Session;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;

/** What people ask. */
public enum Question {
    FRONT_PAGE("front page, by rank") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder());
        }
    },
    COUNTY("a county, one weekday") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder().county(County.CLARE).days(Set.of(DayOfWeek.THURSDAY)));
        }
    },
    NEXT_NIGHT("by next night") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder().order(SessionOrder.NEXT));
        }
    },
    BY_NAME("by name") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder().order(SessionOrder.NAME));
        }
    },
    ON_A_DATE("on a date") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder().on(LocalDate.of(2026, 11, 26)));
        }
    },
    WORD("text, any number of words") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(index, clock, SessionQuery.builder().text("the crane galway fiddle"));
        }
    },
    NEAR("25 km around") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            find(
                    index,
                    clock,
                    SessionQuery.builder().near(new Nearby(Town.named("Ennis").location(), 25)));
        }
    },
    AREA("an area, 200 cards") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            new ViewArea(index, clock).view(new ViewArea.Query(BOX, ViewArea.DEFAULT_LIMIT, null));
        }
    },
    MAP_BOX("a map's box, 100 cards") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            new FindSessions(index, clock)
                    .find(new FindSessions.Query(
                            SessionQuery.builder().box(BOX).build(), FindSessions.MAX_LIMIT, null));
        }
    },
    COUNTS("the counties with their counts") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            new ListCounties(index, clock).list();
        }
    },
    VENUES("venues by name") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            new FindVenues(index, clock)
                    .find(new FindVenues.Query(new VenueQuery("cra", null, null), FindVenues.DEFAULT_LIMIT, null));
        }
    },
    VENUE_PAGE("a venue's page") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            var _ = new ViewVenue(index, clock).view(about.venue()).orElseThrow();
        }
    },
    SESSION_PAGE("a session's page") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            var _ = new ViewSession(index, storage.pages(), new MemberNames(storage.members(), clock), clock)
                    .view(about.id())
                    .orElseThrow();
        }
    },
    EXPORT("a page of the export, 500 venues") {
        @Override
        void ask(SearchIndex index, Storage storage, InstantSource clock, Session about) {
            new ExportDataSet(index, storage.dataSet(), storage.reviews())
                    .export(new ExportDataSet.Query(ExportDataSet.DEFAULT_LIMIT, null));
        }
    };

    private static final BoundingBox BOX = new BoundingBox(-9.5, 52.5, -8.1, 53.9);

    private final String title;

    Question(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** @param about a session that is stored */
    abstract void ask(SearchIndex index, Storage storage, InstantSource clock, Session about);

    private static void find(SearchIndex index, InstantSource clock, SessionQuery.Builder query) {
        new FindSessions(index, clock).find(new FindSessions.Query(query.build(), FindSessions.DEFAULT_LIMIT, null));
    }
}
