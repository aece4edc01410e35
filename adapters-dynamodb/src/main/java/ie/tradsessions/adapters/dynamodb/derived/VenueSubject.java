package ie.tradsessions.adapters.dynamodb.derived;

import ie.tradsessions.adapters.dynamodb.card.StoredVenue;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.list.VenueLists;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.domain.place.Place;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A venue, which stands in lists with the number of its sessions, and of which sessions hold copies. */
record VenueSubject(Manifest manifest, StoredVenue stored, long version) implements Subject {
    @Override
    public String partition() {
        return VenueItem.key(stored.venue().id()).partition();
    }

    @Override
    public Map<String, AttributeValue> derived() {
        return VenueLists.attributes(stored);
    }

    @Override
    public List<Item> items(Map<String, AttributeValue> derived) {
        return VenueLists.items(read(derived));
    }

    @Override
    public Tallies tallies(Map<String, AttributeValue> derived) {
        Place place = read(derived).venue().place();
        return Tallies.ofVenue(place.county(), place.country());
    }

    private StoredVenue read(Map<String, AttributeValue> derived) {
        return VenueLists.read(stored.venue().id(), derived);
    }
}
