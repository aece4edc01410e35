/** What is true of sessions whatever stores or shows them: values, entities and rules. Depends on nothing but the JDK's base module. */
@NullMarked
package ie.tradsessions.domain;

import org.jspecify.annotations.NullMarked;
