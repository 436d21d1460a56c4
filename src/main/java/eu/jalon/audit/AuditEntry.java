package eu.jalon.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param at when it was written
 * @param person the account, absent where none is known
 * @param address where the request came from
 * @param what method and path template of a request, or the way of signing in
 * @param about the values in the path, as {@code ref=VD2023-2.06}
 * @param outcome an HTTP status, or a few words
 */
public record AuditEntry(
    long id,
    Instant at,
    @Nullable String person,
    String address,
    AuditKind kind,
    String what,
    @Nullable String about,
    String outcome) {}
