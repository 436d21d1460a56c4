package eu.jalon.pages.overdue;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.overview.overdue.Overdue;
import eu.jalon.overview.overdue.OverdueAge;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.report.table.Table;
import eu.jalon.shared.DueDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds the table of overdue items for export, in the language of the page. */
@Component
class OverdueTable {

  private final PageFormatter format;

  OverdueTable(PageFormatter format) {
    this.format = format;
  }

  /**
   * The rows in their order.
   *
   * @param total the number of items on all pages; a note is added if some are left out
   */
  Table of(List<OverdueRow> rows, long total, Overdue.By by, DirectoryNames names) {
    return new Table(
        format.message("words.sheetName"),
        columns(),
        rows.stream().map(row -> cells(row, by, names)).toList(),
        total > rows.size() ? format.message("words.sheetCut", total, rows.size()) : null);
  }

  private List<Table.Column> columns() {
    return List.of(
        column("words.sheetGroup", 26),
        column("words.sheetLate", 10),
        column("words.sheetDue", 12),
        column("words.sheetRef", 13),
        column("words.sheetTitle", 60),
        column("words.sheetTheme", 34),
        column("words.sheetHealth", 14),
        column("words.sheetStep", 28),
        column("words.sheetParty", 10),
        column("words.sheetMinistry", 30),
        column("words.sheetPerson", 24),
        column("words.sheetRemindedOn", 14),
        column("words.sheetCame", 60));
  }

  private Table.Column column(String heading, int width) {
    return new Table.Column(format.message(heading), width);
  }

  private List<@Nullable Object> cells(OverdueRow row, Overdue.By by, DirectoryNames names) {
    ActionItem item = row.view().item();
    return Arrays.asList(
        group(row, by, names),
        row.days(),
        item.dueOn().map(DueDate::day).orElse(null),
        item.ref().value(),
        format.in(row.view().titleOutside()),
        theme(row.view()),
        format.term("health", row.view().health()),
        format.term("step", item.step().key()),
        format.party(item.ministry().party()),
        format.in(names.ministry(item.ministry())),
        item.assignee() == null ? null : format.in(names.person(item.assignee())),
        row.remindedOn(),
        row.echoes().stream().map(OverdueTable::text).collect(Collectors.joining("; ")));
  }

  private String group(OverdueRow row, Overdue.By by, DirectoryNames names) {
    return switch (by) {
      case MINISTRY -> format.in(names.ministry(row.view().item().ministry()));
      case THEME -> theme(row.view());
      case PARTY -> format.party(row.view().item().ministry().party());
      case AGE -> age(row.age());
    };
  }

  private String theme(ActionItemView view) {
    return Overdue.By.THEME.keyOf(view, format.today()) + " " + format.in(view.theme().title());
  }

  private String age(OverdueAge age) {
    return format.message("overdue.age." + age);
  }

  private static String text(OverdueRow.Echo echo) {
    return echo.detail() == null ? echo.what() : echo.what() + " (" + echo.detail() + ")";
  }
}
