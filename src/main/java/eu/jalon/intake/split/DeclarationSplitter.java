package eu.jalon.intake.split;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.split.unit.Unit;
import eu.jalon.intake.split.unit.UnitReader;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.shared.ValidationError;
import java.util.List;

/**
 * Finds the themes and steps of a document by its headings, its lists and the form of its words.
 */
public final class DeclarationSplitter {

  /** The most steps one document may bring; a real declaration has some fifty. */
  public static final int MOST_STEPS = 2_000;

  /** The most lines that are read; a long declaration has some thousand. */
  private static final int MOST_LINES = 100_000;

  /** A longer text is no declaration: only named lists are searched for in it. */
  private static final int MOST_UNITS = 20_000;

  private final SectionWords wording;

  public DeclarationSplitter(SectionWords wording) {
    this.wording = wording;
  }

  /**
   * Splits a document into themes and their steps. Where nothing names a list of steps, what is
   * worded like one is proposed as unsure; a document without any is no error.
   *
   * @throws ValidationError {@code declaration.tooManySteps} with the count, {@code
   *     document.tooMuch} for more than {@value #MOST_LINES} lines
   */
  public SplitDeclaration split(SourceText source) {
    if (source.text().lines().limit(MOST_LINES + 1L).count() > MOST_LINES) {
      throw ValidationError.invalid("document.tooMuch");
    }
    ActionWording form = new ActionWording(wording);
    List<Unit> units = UnitReader.read(wording, source);
    if (units.size() <= MOST_UNITS) {
      units = RepeatedLabels.label(units, form);
    }
    SplitBuilder found = new ListScanner(source, units, wording, form).walk();
    if (!found.isSure() && units.size() <= MOST_UNITS) {
      found = new UnnamedLists(source, units, form).steps();
    }
    found.joinTranslations();
    found.dropTranslations();
    SplitDeclaration split = found.split();
    if (split.stepCount() > MOST_STEPS) {
      throw ValidationError.invalid("declaration.tooManySteps", split.stepCount());
    }
    return split;
  }
}
