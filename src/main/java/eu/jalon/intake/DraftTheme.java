package eu.jalon.intake;

/** One theme of a declaration under review: its heading, what it says of the past, its steps. */
public record DraftTheme(int number, String title, String evaluation, int steps) {}
