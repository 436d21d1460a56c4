package eu.jalon.shared.paging;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds array parameters for statements that write many rows at once with {@code unnest}. */
public final class Column {

  private Column() {}

  /** Returns one value of each row as text, enums by their name; the statement casts the array. */
  public static <T> @Nullable String[] of(List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(rows.get(i));
      column[i] = cell instanceof Enum<?> constant ? constant.name() : Objects.toString(cell, null);
    }
    return column;
  }
}
