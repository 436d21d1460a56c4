package eu.jalon.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A letter of the mail journal. */
record LetterView(
    UUID id,
    String to,
    LocalDate on,
    String language,
    String status,
    String subject,
    List<String> refs,
    int attempts,
    String messageId) {}
