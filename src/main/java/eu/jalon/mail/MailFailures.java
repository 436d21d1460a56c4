package eu.jalon.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps e-mails from their recipients, and what came back.
 *
 * @param silentSince the time since which the relay has not answered; absent if it does
 * @param waiting the number of e-mails waiting for it
 * @param failed the number of e-mails that failed
 * @param undeliverable whether there are undeliverable addresses
 * @param replies whether there are replies that no coordinator has handled
 */
public record MailFailures(
    @Nullable Instant silentSince,
    int waiting,
    int failed,
    boolean undeliverable,
    boolean replies) {}
