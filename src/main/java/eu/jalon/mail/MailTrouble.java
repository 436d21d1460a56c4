package eu.jalon.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps e-mails from their recipients.
 *
 * @param silentSince the time since which the relay has not answered; absent if it does
 * @param waiting the number of e-mails waiting for it
 * @param failed the number of e-mails that failed
 * @param undeliverable whether there are undeliverable addresses
 */
public record MailTrouble(
    @Nullable Instant silentSince, int waiting, int failed, boolean undeliverable) {}
