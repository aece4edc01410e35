package ie.tradsessions.application;

import ie.tradsessions.domain.MemberId;

/**
 * Who asks for something. Whoever drives a use case has made sure of it; the use case decides by it what is allowed.
 *
 * @param moderator whether the member may also do what moderators do
 */
public record Identity(MemberId member, boolean moderator) {}
