package eu.jalon.directory.file;

import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a people file would make to the directory.
 *
 * @param lines the rejected lines, then the lines with additions and changes, in file order
 * @param same the number of people without a change
 * @param absent the number of people in the directory that the file does not contain; they stay
 *     unchanged
 * @param seen a hash of the directory at the time of the preview, to be sent with the confirmation
 */
public record PeopleChanges(List<ChangedLine> lines, int same, int absent, String seen) {

  /** The effect of a line. */
  public enum Effect {
    REFUSED,
    ADDED,
    CHANGED
  }

  /**
   * One line of the file that differs from the directory.
   *
   * @param number the line number at which it starts, from 1
   * @param id the printable part of its first column
   * @param person the person after the change; absent if the line is rejected
   * @param fields the changed columns; empty for a new person
   * @param refusal the validation error of a rejected line
   */
  public record ChangedLine(
      int number,
      String id,
      Effect what,
      @Nullable Person person,
      List<ChangedField> fields,
      @Nullable ValidationError refusal) {

    public ChangedLine {
      fields = List.copyOf(fields);
    }
  }

  /** A column whose value changes; an empty text means no value. */
  public record ChangedField(String column, String from, String to) {}

  public PeopleChanges {
    lines =
        lines.stream()
            .sorted(
                Comparator.comparing((ChangedLine line) -> line.what() != Effect.REFUSED)
                    .thenComparing(ChangedLine::number))
            .toList();
  }

  public int count(Effect effect) {
    return (int) lines.stream().filter(line -> line.what() == effect).count();
  }

  /** Returns whether there is at least one change and no rejected line. */
  public boolean isEnterable() {
    return !lines.isEmpty() && count(Effect.REFUSED) == 0;
  }

  List<Person> people() {
    return lines.stream().map(ChangedLine::person).filter(Objects::nonNull).toList();
  }

  /** Returns the columns in which two versions of a person differ. */
  static List<ChangedField> fields(Person before, Person after) {
    Map<String, String> oldCells = PeopleFile.cells(before);
    Map<String, String> newCells = PeopleFile.cells(after);
    List<ChangedField> fields = new ArrayList<>();
    for (String column : PeopleFile.columns(List.of(before, after))) {
      String from = oldCells.getOrDefault(column, "");
      String to = newCells.getOrDefault(column, "");
      if (!from.equals(to)) {
        fields.add(new ChangedField(column, from, to));
      }
    }
    return fields;
  }
}
