/** Members: people who signed in, what is kept of them, and how much they may change. */
@NullMarked
package ie.tradsessions.domain.member;

import org.jspecify.annotations.NullMarked;
