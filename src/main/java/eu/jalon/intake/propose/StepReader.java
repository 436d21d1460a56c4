package eu.jalon.intake.propose;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.propose.Owners.Mention;
import eu.jalon.intake.split.SplitStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a step states: its owners and its deadline, with the place of the words. */
public final class StepReader {

  private final Owners owners;
  private final Deadlines deadlines;

  public StepReader(Owners owners, Deadlines deadlines) {
    this.owners = owners;
    this.deadlines = deadlines;
  }

  /** A ministry that a step makes responsible, with the place in the document. */
  public record StatedOwner(String code, Span span) {}

  /**
   * What a step states.
   *
   * @param due its deadline, null where it states none
   * @param dueSpan its place in the document
   * @param severalDates whether its words name more days than one
   */
  public record Reading(
      List<StatedOwner> owners, @Nullable StatedDeadline due, Span dueSpan, boolean severalDates) {

    public Reading {
      owners = List.copyOf(owners);
    }
  }

  /**
   * Reads a step; the cells of a table prevail over its words, and the introduction of its list
   * counts for it where its own words do not.
   *
   * @param source the whole text of the document
   * @param document the date of the document, null where it is not known
   */
  public Reading read(SplitStep step, String source, @Nullable LocalDate document) {
    List<StatedDeadline> inText = deadlines.in(step.text(), document);
    List<StatedDeadline> inCell = deadlines.inCell(step.due().text(), document);
    StatedDeadline due = Deadlines.ofAll(inCell).orElse(null);
    Span span = step.due().span();
    if (due == null && !step.due().text().isBlank() && inCell.isEmpty()) {
      // The column gives a time without a date: "as soon as possible".
      inText = List.of();
    }
    if (due == null) {
      due = Deadlines.ofAll(inText).orElse(null);
      span = due == null ? Span.NONE : part(step, source, due.start(), due.end());
    }
    if (due == null) {
      due = Deadlines.ofAll(deadlines.in(step.leadIn(), document)).orElse(null);
      span = Span.NONE;
    }
    long days =
        inText.stream()
            .filter(one -> one.date() != null)
            .map(StatedDeadline::date)
            .distinct()
            .count();
    return new Reading(owners(step, source), due, span, days > 1);
  }

  private List<StatedOwner> owners(SplitStep step, String source) {
    List<StatedOwner> stated = new ArrayList<>();
    for (Mention mention : owners.inCell(step.owner().text())) {
      stated.add(new StatedOwner(mention.code(), step.owner().span()));
    }
    if (!stated.isEmpty()) {
      return stated;
    }
    for (Mention mention : owners.in(step.text())) {
      stated.add(
          new StatedOwner(mention.code(), part(step, source, mention.start(), mention.end())));
    }
    if (stated.isEmpty()) {
      owners
          .in(step.leadIn())
          .forEach(mention -> stated.add(new StatedOwner(mention.code(), Span.NONE)));
    }
    return stated;
  }

  private static Span part(SplitStep step, String source, int from, int to) {
    return step.span().part(source, step.text(), from, to);
  }
}
