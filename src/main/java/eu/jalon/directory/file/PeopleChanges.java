package eu.jalon.directory.file;

import eu.jalon.directory.Person;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file of people would change.
 *
 * @param lines those that are refused, then those that change or add somebody, in their order
 * @param same how many people stay as they are
 * @param absent how many people of the directory the file does not name; nothing changes for them
 * @param seen stands for the directory as it was looked at, to be given back on confirming
 */
public record PeopleChanges(List<Line> lines, int same, int absent, String seen) {

  /** What becomes of a line. */
  public enum What {
    REFUSED,
    ADDED,
    CHANGED
  }

  /**
   * One line of the file that is not the same as the directory.
   *
   * @param number the line on which it begins, from 1
   * @param id what stands in its first column, as far as it can be shown
   * @param person as he will be; absent where the line is refused
   * @param fields what changes, absent for somebody new
   * @param refusal why it cannot be entered
   */
  public record Line(
      int number,
      String id,
      What what,
      @Nullable Person person,
      List<Field> fields,
      @Nullable ValidationError refusal) {

    public Line {
      fields = List.copyOf(fields);
    }
  }

  /** A column whose value changes; an empty text stands for no value. */
  public record Field(String column, String from, String to) {}

  public PeopleChanges {
    lines =
        lines.stream()
            .sorted(
                Comparator.comparing((Line line) -> line.what() != What.REFUSED)
                    .thenComparing(Line::number))
            .toList();
  }

  public int count(What what) {
    return (int) lines.stream().filter(line -> line.what() == what).count();
  }

  /** Whether there is something to enter, and all of it can be. */
  public boolean isEnterable() {
    return !lines.isEmpty() && count(What.REFUSED) == 0;
  }

  List<Person> people() {
    return lines.stream().map(Line::person).filter(Objects::nonNull).toList();
  }

  /** The columns in which two people differ. */
  static List<Field> fields(Person before, Person after) {
    List<String> old = PeopleFile.cells(before);
    List<String> anew = PeopleFile.cells(after);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(anew.get(i))) {
        fields.add(new Field(PeopleFile.COLUMNS.get(i), old.get(i), anew.get(i)));
      }
    }
    return fields;
  }
}
