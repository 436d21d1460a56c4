package eu.jalon.outbox;

/** What a letter says, as plain text and as HTML with the same content. */
public record ComposedLetter(String subject, String text, String html) {}
