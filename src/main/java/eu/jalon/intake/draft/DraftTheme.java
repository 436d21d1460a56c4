package eu.jalon.intake.draft;

import eu.jalon.intake.document.Span;

/** One theme of a declaration under review: its heading, what it says of the past, its steps. */
public record DraftTheme(int number, String title, String evaluation, int steps, Span span) {}
