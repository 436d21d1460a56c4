package eu.jalon.intake.split;

import java.util.List;

/** What the splitter found in a document, the start of a coordinator's review. */
public record SplitDeclaration(List<SplitTheme> themes) {

  /**
   * Checks the declaration.
   *
   * @param themes themes in their order
   * @throws IllegalArgumentException if there is no theme or the numbers do not rise
   */
  public SplitDeclaration {
    themes = List.copyOf(themes);
    if (themes.isEmpty()) {
      throw new IllegalArgumentException("themes must not be empty");
    }
    for (int i = 1; i < themes.size(); i++) {
      if (themes.get(i).number() <= themes.get(i - 1).number()) {
        throw new IllegalArgumentException(
            "theme numbers must rise, but "
                + themes.get(i).number()
                + " follows "
                + themes.get(i - 1).number());
      }
    }
  }

  /** Returns how many steps all themes have together. */
  public int stepCount() {
    return themes.stream().mapToInt(theme -> theme.steps().size()).sum();
  }
}
