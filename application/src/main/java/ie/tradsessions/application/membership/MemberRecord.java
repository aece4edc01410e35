package ie.tradsessions.application.membership;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.moderation.Notice;
import java.util.List;

/**
 * All that is stored of one member.
 *
 * @param voices what the member says of sessions, in the order of their identifiers
 * @param notices what the member is told of moderators' decisions, newest first
 */
public record MemberRecord(MemberFile file, List<Versioned<Voice>> voices, List<Notice> notices) {
    public MemberRecord {
        voices = List.copyOf(voices);
        notices = List.copyOf(notices);
    }
}
