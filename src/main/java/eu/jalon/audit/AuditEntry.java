package eu.jalon.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param at the time of the event
 * @param person the account, absent if unknown
 * @param address the IP address of the client
 * @param what method and path template of a request, or the sign-in method
 * @param about the path variables, for example {@code ref=VD2023-2.06}
 * @param outcome an HTTP status or a short text
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
