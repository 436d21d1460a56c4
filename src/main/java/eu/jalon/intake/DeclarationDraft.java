package eu.jalon.intake;

import java.util.List;

/** A declaration with the drafts made from it. */
public record DeclarationDraft(
    DeclarationSummary summary, List<DraftTheme> themes, List<DraftItem> items) {}
