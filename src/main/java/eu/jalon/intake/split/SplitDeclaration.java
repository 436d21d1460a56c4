package eu.jalon.intake.split;

import java.util.List;

/** What the splitter found in a document, the start of a coordinator's review. */
public record SplitDeclaration(List<SplitTheme> themes, List<SplitList> lists) {

  /**
   * Checks the declaration.
   *
   * @param themes themes in their order; none where no step was found
   * @param lists the lists that contain the steps
   * @throws IllegalArgumentException if the numbers of the themes do not rise
   */
  public SplitDeclaration {
    themes = List.copyOf(themes);
    lists = List.copyOf(lists);
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
