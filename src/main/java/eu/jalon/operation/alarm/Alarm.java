package eu.jalon.operation.alarm;

import eu.jalon.shared.Fault;
import java.time.Instant;

/**
 * A fault that is not over.
 *
 * @param since when it was noticed, by the database's clock
 */
public record Alarm(long id, Fault fault, Instant since) {}
