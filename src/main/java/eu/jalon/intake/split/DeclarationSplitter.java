package eu.jalon.intake.split;

import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the themes and steps of a declaration by its shape alone, whatever a scan did to it. */
public final class DeclarationSplitter {

  /** The most steps one document may bring; a real declaration has some fifty. */
  public static final int MOST_STEPS = 2_000;

  private final List<SourceLine> lines;
  private final List<ThemeDraft> drafts = new ArrayList<>();

  private DeclarationSplitter(List<SourceLine> lines) {
    this.lines = lines;
  }

  /**
   * Splits a declaration into themes and their steps; no word of a list is lost or moved.
   *
   * @param text plain text with any line ends
   * @throws ValidationError {@code declaration.empty} if the text is blank, {@code
   *     declaration.noSteps} if no list of next steps is found, {@code declaration.tooManySteps}
   *     with the count
   */
  public static SplitDeclaration split(String text) {
    List<SourceLine> lines = SourceLine.of(text);
    if (lines.isEmpty()) {
      throw ValidationError.invalid("declaration.empty");
    }
    var splitter = new DeclarationSplitter(lines);
    splitter.draft();
    var themes = ThemeDraft.finish(splitter.drafts);
    int count = themes.stream().mapToInt(theme -> theme.steps().size()).sum();
    if (count == 0) {
      throw ValidationError.invalid("declaration.noSteps");
    }
    if (count > MOST_STEPS) {
      throw ValidationError.invalid("declaration.tooManySteps", count);
    }
    return new SplitDeclaration(themes);
  }

  private void draft() {
    int from = 0;
    for (int at = 0; at < lines.size(); at++) {
      Optional<Landmark> landmark = Landmark.of(lines.get(at).text());
      if (landmark.isPresent()) {
        reach(landmark.get(), from, at);
        from = at + 1;
      }
    }
    addToLast(from, lines.size());
  }

  /** A label begins a theme, unless it only leads from the look back to the steps. */
  private void reach(Landmark landmark, int from, int at) {
    boolean leadsOn = landmark.label().opensSteps() && !drafts.isEmpty() && !last().inSteps();
    Optional<Heading> heading =
        leadsOn ? Optional.empty() : Heading.before(lines, from, at, drafts.size() + 1);
    addToLast(from, heading.map(Heading::start).orElse(at));
    boolean lookBackAnew = !landmark.label().opensSteps() && !drafts.isEmpty() && last().inSteps();
    if (heading.isPresent() || drafts.isEmpty() || lookBackAnew) {
      drafts.add(new ThemeDraft(heading.orElse(Heading.missing(at))));
    }
    heading.ifPresent(found -> addToLast(found.end(), at));
    last().enter(landmark, lines.get(at));
  }

  private void addToLast(int from, int to) {
    if (!drafts.isEmpty()) {
      last().add(lines.subList(from, to));
    }
  }

  private ThemeDraft last() {
    return drafts.get(drafts.size() - 1);
  }
}
