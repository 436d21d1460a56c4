package eu.jalon.shared.paging;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of each of many rows, for statements that write them as columns. */
public final class Column {

  private Column() {}

  /** The values as texts, an enum by its name; the statement gives the array its type. */
  public static <T> @Nullable String[] of(List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable String[] column = new String[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Object each = value.apply(rows.get(i));
      column[i] = each instanceof Enum<?> name ? name.name() : Objects.toString(each, null);
    }
    return column;
  }
}
