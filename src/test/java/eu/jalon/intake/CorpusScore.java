package eu.jalon.intake;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eu.jalon.intake.DocumentProposals.ProposedStep;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the steps proposed for a document with its truth file.
 *
 * <p>A proposal and a true step match when the proposal holds at least {@value #COVERAGE} of the
 * words of the step, and at least {@value #PURITY} of the words of the proposal belong to the step:
 * a proposal that runs two steps together matches neither, one that keeps an introductory clause
 * still matches. Each proposal matches at most one step and the reverse; the best pairs go first.
 * Case, accents, punctuation and the order of words are ignored.
 */
final class CorpusScore {

  /** Least share of the words of the true step that the proposal must hold. */
  static final double COVERAGE = 0.8;

  /** Least share of the words of the proposal that must come from the true step. */
  static final double PURITY = 0.6;

  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private CorpusScore() {}

  /** The kinds of deadline a step can have. */
  enum DueKind {
    DATE,
    NEXT_MEETING,
    INTERVAL
  }

  /** The contents of a truth file; see the README of the corpus. */
  record Truth(List<String> language, @Nullable LocalDate documentDate, List<TrueTheme> themes) {

    Truth {
      language = List.copyOf(language);
      themes = List.copyOf(themes);
    }
  }

  /** A theme with its steps; {@code also} holds the title in a second language. */
  record TrueTheme(
      @Nullable String title,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> also,
      List<TrueStep> steps) {

    TrueTheme {
      also = List.copyOf(also);
      steps = List.copyOf(steps);
    }
  }

  /** A step as an attentive coordinator would enter it. */
  record TrueStep(
      String text,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> also,
      @Nullable LocalDate dueOn,
      @Nullable DueKind dueKind,
      List<String> owners,
      boolean optional) {

    TrueStep {
      also = List.copyOf(also);
      owners = List.copyOf(owners);
      if ((dueOn != null) != (dueKind == DueKind.DATE)) {
        throw new IllegalArgumentException("dueOn and dueKind disagree in: " + text);
      }
    }

    /** Each wording on its own, and both languages together when there are two. */
    List<String> wordings() {
      List<String> each = Stream.concat(Stream.of(text), also.stream()).toList();
      return each.size() == 1
          ? each
          : Stream.concat(each.stream(), Stream.of(String.join(" ", each))).toList();
    }
  }

  /**
   * The counts of one document, or of several added up. Steps marked optional and the proposals
   * that match them are left out. Dates, owners and themes are counted on matched steps only.
   *
   * @param steps true steps
   * @param proposed proposals
   * @param matched pairs of a proposal and a true step
   * @param datesStated matched steps with a deadline
   * @param datesRight matched steps with a deadline that was proposed to the day
   * @param datesFalse matched steps for which another day was proposed, or a day where there is no
   *     deadline
   * @param ownersStated matched steps whose text names an owner of the register
   * @param ownersRight matched steps whose owners are all proposed, and no others
   * @param ownersFalse matched steps for which at least one wrong owner was proposed
   * @param themesStated matched steps that stand under a theme
   * @param themesRight matched steps proposed under the right theme
   */
  record Counts(
      int steps,
      int proposed,
      int matched,
      int datesStated,
      int datesRight,
      int datesFalse,
      int ownersStated,
      int ownersRight,
      int ownersFalse,
      int themesStated,
      int themesRight) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          steps + other.steps,
          proposed + other.proposed,
          matched + other.matched,
          datesStated + other.datesStated,
          datesRight + other.datesRight,
          datesFalse + other.datesFalse,
          ownersStated + other.ownersStated,
          ownersRight + other.ownersRight,
          ownersFalse + other.ownersFalse,
          themesStated + other.themesStated,
          themesRight + other.themesRight);
    }

    /** Share of the true steps that were proposed; 1 when there are none. */
    double recall() {
      return steps == 0 ? 1 : (double) matched / steps;
    }

    /** Share of the proposals that are true steps; 1 when there are none. */
    double precision() {
      return proposed == 0 ? 1 : (double) matched / proposed;
    }
  }

  /** The counts of a document with the texts a developer needs to see why. */
  record DocumentScore(Counts counts, List<String> missed, List<String> extra, List<String> wrong) {

    DocumentScore {
      missed = List.copyOf(missed);
      extra = List.copyOf(extra);
      wrong = List.copyOf(wrong);
    }
  }

  private record Placed(TrueTheme theme, TrueStep step) {}

  private record Pair(int proposal, int truth, double overlap) {}

  /** Scores the proposals made for one document. */
  static DocumentScore score(List<ProposedStep> proposals, Truth truth) {
    List<Placed> placed =
        truth.themes().stream()
            .flatMap(theme -> theme.steps().stream().map(step -> new Placed(theme, step)))
            .toList();
    Map<Integer, Integer> truthOfProposal = match(proposals, placed);

    Counts counts = Counts.NONE;
    List<String> missed = new ArrayList<>();
    List<String> extra = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (int t = 0; t < placed.size(); t++) {
      if (!placed.get(t).step().optional()) {
        counts = counts.plus(new Counts(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        if (!truthOfProposal.containsValue(t)) {
          missed.add(placed.get(t).step().text());
        }
      }
    }
    for (int p = 0; p < proposals.size(); p++) {
      Integer t = truthOfProposal.get(p);
      if (t == null) {
        counts = counts.plus(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        extra.add(proposals.get(p).text());
      } else if (!placed.get(t).step().optional()) {
        counts = counts.plus(pair(proposals.get(p), placed.get(t), wrong));
      }
    }
    return new DocumentScore(counts, missed, extra, wrong);
  }

  private static Map<Integer, Integer> match(List<ProposedStep> proposals, List<Placed> placed) {
    List<Pair> pairs = new ArrayList<>();
    for (int p = 0; p < proposals.size(); p++) {
      for (int t = 0; t < placed.size(); t++) {
        double overlap = 0;
        for (String wording : placed.get(t).step().wordings()) {
          overlap = Math.max(overlap, overlap(proposals.get(p).text(), wording));
        }
        if (overlap > 0) {
          pairs.add(new Pair(p, t, overlap));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::overlap)
            .reversed()
            .thenComparingInt(pair -> Math.abs(pair.proposal() - pair.truth())));
    Map<Integer, Integer> truthOfProposal = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!truthOfProposal.containsKey(pair.proposal()) && taken.add(pair.truth())) {
        truthOfProposal.put(pair.proposal(), pair.truth());
      }
    }
    return truthOfProposal;
  }

  private static Counts pair(ProposedStep proposal, Placed placed, List<String> wrong) {
    TrueStep step = placed.step();
    boolean dateStated = step.dueOn() != null;
    boolean dateRight = dateStated && Objects.equals(step.dueOn(), proposal.dueOn());
    boolean dateFalse = proposal.dueOn() != null && !dateRight;
    if (dateStated ? !dateRight : dateFalse) {
      wrong.add("date %s instead of %s: %s".formatted(proposal.dueOn(), step.dueOn(), step.text()));
    }

    Set<String> owners = Set.copyOf(step.owners());
    Set<String> proposedOwners = new HashSet<>(proposal.owners());
    boolean ownersRight = !owners.isEmpty() && owners.equals(proposedOwners);
    boolean ownersFalse = !owners.containsAll(proposedOwners);
    if (!owners.equals(proposedOwners)) {
      wrong.add(
          "owners %s instead of %s: %s".formatted(proposal.owners(), step.owners(), step.text()));
    }

    boolean themeStated = placed.theme().title() != null;
    boolean themeRight = themeStated && isSameTheme(placed.theme(), proposal.theme());
    if (themeStated && !themeRight) {
      wrong.add(
          "theme \"%s\" instead of \"%s\": %s"
              .formatted(proposal.theme(), placed.theme().title(), step.text()));
    }
    return new Counts(
        0,
        1,
        1,
        one(dateStated),
        one(dateRight),
        one(dateFalse),
        one(!owners.isEmpty()),
        one(ownersRight),
        one(ownersFalse),
        one(themeStated),
        one(themeRight));
  }

  private static int one(boolean counted) {
    return counted ? 1 : 0;
  }

  private static boolean isSameTheme(TrueTheme theme, @Nullable String proposed) {
    return proposed != null
        && Stream.concat(Stream.ofNullable(theme.title()), theme.also().stream())
            .anyMatch(title -> share(words(title), words(proposed)) >= COVERAGE);
  }

  /**
   * Returns how well a proposal and a wording agree, from 0 (no match) to 1 (the same words): the
   * mean of both shares when both reach their threshold.
   */
  static double overlap(String proposal, String wording) {
    Map<String, Integer> proposed = words(proposal);
    Map<String, Integer> wanted = words(wording);
    double coverage = share(wanted, proposed);
    double purity = share(proposed, wanted);
    return coverage >= COVERAGE && purity >= PURITY ? (coverage + purity) / 2 : 0;
  }

  /** Returns the share of the words of {@code part} that {@code whole} holds. */
  private static double share(Map<String, Integer> part, Map<String, Integer> whole) {
    int all = 0;
    int held = 0;
    for (Map.Entry<String, Integer> word : part.entrySet()) {
      all += word.getValue();
      held += Math.min(word.getValue(), whole.getOrDefault(word.getKey(), 0));
    }
    return all == 0 ? 0 : (double) held / all;
  }

  private static Map<String, Integer> words(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("œ", "oe")
            .replace("æ", "ae");
    Map<String, Integer> counted = new HashMap<>();
    for (String word : NOT_A_WORD.split(folded, -1)) {
      if (!word.isEmpty()) {
        counted.merge(word, 1, Integer::sum);
      }
    }
    return counted;
  }
}
