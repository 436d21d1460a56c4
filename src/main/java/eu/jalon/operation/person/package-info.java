/** What is kept about one person in all tables: export and erasure (GDPR, articles 15 and 17). */
@NullMarked
@NamedInterface("person")
package eu.jalon.operation.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
