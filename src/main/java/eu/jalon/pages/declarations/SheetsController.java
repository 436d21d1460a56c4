package eu.jalon.pages.declarations;

import eu.jalon.commitment.ProgressStatus;
import eu.jalon.directory.Person;
import eu.jalon.intake.sheet.SheetColumn;
import eu.jalon.intake.sheet.SheetMapping;
import eu.jalon.intake.sheet.SheetRow;
import eu.jalon.intake.tracking.SheetPreview;
import eu.jalon.intake.tracking.TrackingSheet;
import eu.jalon.intake.tracking.TrackingSheets;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.Choice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator hands in a tracking sheet and sees what becomes of each of its rows. */
@Workspace
@RequestMapping("/declarations/sheets")
class SheetsController {

  private static final String HOME = "redirect:/declarations/sheets";

  /** A column of the sheet with an example of its values. */
  record ColumnView(String name, String example, SheetColumn kind) {}

  /** A value of the status column. */
  record ValueView(String value, @Nullable ProgressStatus status) {}

  private final TrackingSheets sheets;
  private final Meetings summits;
  private final ValidationMessages messages;
  private final PageFormatter format;

  SheetsController(
      TrackingSheets sheets, Meetings summits, ValidationMessages messages, PageFormatter format) {
    this.sheets = sheets;
    this.summits = summits;
    this.messages = messages;
    this.format = format;
  }

  @GetMapping
  String ask(Person person, Model model) {
    List<Meeting> all = summits.all(person);
    model.addAttribute("summits", all);
    if (!model.containsAttribute("chosen")) {
      model.addAttribute("chosen", DeclarationsController.heldLast(all, format.today()));
    }
    return "declarations/sheets";
  }

  @PostMapping
  String upload(
      @RequestParam String summit,
      @RequestParam MultipartFile file,
      Person person,
      RedirectAttributes flash)
      throws IOException {
    try {
      String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      return HOME + "/" + sheets.upload(summit, name, file.getBytes(), null, person);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      flash.addFlashAttribute("chosen", summit);
      return HOME;
    }
  }

  @GetMapping("/{id}")
  String preview(@PathVariable UUID id, Person person, Model model) {
    SheetPreview preview = sheets.preview(id, person);
    TrackingSheet sheet = preview.sheet();
    if (sheet.declaration() != null) {
      return "redirect:/declarations/" + sheet.declaration();
    }
    model.addAttribute("preview", preview);
    model.addAttribute("columns", columns(sheet));
    model.addAttribute(
        "values",
        preview.values().stream()
            .map(value -> new ValueView(value, sheet.mapping().statuses().get(value)))
            .toList());
    return "declarations/sheet";
  }

  private static List<ColumnView> columns(TrackingSheet sheet) {
    List<ColumnView> columns = new ArrayList<>();
    for (int i = 0; i < sheet.table().header().size(); i++) {
      int column = i;
      String example =
          sheet.table().rows().stream()
              .filter(row -> !row.isTitle() && column < row.cells().size())
              .map(row -> row.cells().get(column))
              .filter(cell -> !cell.isBlank())
              .findFirst()
              .orElse("");
      columns.add(
          new ColumnView(sheet.table().header().get(i), example, sheet.mapping().columns().get(i)));
    }
    return columns;
  }

  /**
   * Changes the mapping.
   *
   * @param column what each column holds, in their order
   * @param status what each value of the status column means, in their order; empty for nothing
   * @param taken the rows that are taken over
   */
  @PostMapping("/{id}")
  String map(
      @PathVariable UUID id,
      @RequestParam List<String> column,
      @RequestParam(defaultValue = "") List<String> status,
      @RequestParam(defaultValue = "") Set<Integer> taken,
      @RequestParam int seen,
      Person person,
      RedirectAttributes flash) {
    try {
      SheetPreview before = sheets.preview(id, person);
      Map<String, ProgressStatus> statuses = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(status.size(), before.values().size()); i++) {
        if (!status.get(i).isEmpty()) {
          statuses.put(
              before.values().get(i), chosen(ProgressStatus.values(), "status", status.get(i)));
        }
      }
      Set<Integer> skipped = new HashSet<>();
      before.sheet().table().rows().stream()
          .map(SheetRow::number)
          .filter(number -> !taken.contains(number))
          .forEach(skipped::add);
      List<SheetColumn> kinds =
          column.stream().map(name -> chosen(SheetColumn.values(), "column", name)).toList();
      SheetMapping mapping = new SheetMapping(kinds, statuses, skipped);
      if (!kinds.equals(before.sheet().mapping().columns())) {
        mapping = sheets.completed(id, mapping, person);
      }
      sheets.map(id, mapping, seen, person);
      flash.addFlashAttribute("mapped", true);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
    }
    return HOME + "/" + id;
  }

  @PostMapping("/{id}/take")
  String take(
      @PathVariable UUID id, @RequestParam int seen, Person person, RedirectAttributes flash) {
    try {
      return "redirect:/declarations/" + sheets.take(id, seen, person);
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      return HOME + "/" + id;
    }
  }

  @PostMapping("/{id}/delete")
  String delete(@PathVariable UUID id, Person person, RedirectAttributes flash) {
    try {
      sheets.delete(id, person);
      flash.addFlashAttribute("deleted", true);
      return HOME;
    } catch (ValidationError refusal) {
      flash.addFlashAttribute("refused", messages.sentence(refusal));
      return HOME + "/" + id;
    }
  }

  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }

  private static <E extends Enum<E>> E chosen(E[] values, String field, String name) {
    return Choice.required(values, Enum::name, field, name);
  }
}
