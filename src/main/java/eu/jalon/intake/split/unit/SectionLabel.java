package eu.jalon.intake.split.unit;

import eu.jalon.intake.split.wording.FoldedText;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.SectionWords.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A heading that announces a kind of content.
 *
 * @param role what that is
 * @param sure whether the heading has no other words; else it counts only over a list
 * @param theme the other words of the heading, empty if there are none
 * @param rest what follows a colon on the same line
 */
public record SectionLabel(Role role, boolean sure, boolean colon, String theme, String rest) {

  /** The kind of content below a heading. */
  public enum Role {
    STEPS,
    REVIEW,
    /** Both, each under headings of its own. */
    CHAPTER,
    /** What follows the last list. */
    END
  }

  private static final Pattern PARTS = Pattern.compile("\\s*[/|]\\s*|\\s+[–—-]\\s+");
  private static final Pattern DATE =
      Pattern.compile(
          "\\b\\d{1,2}(?:er)?\\s+\\p{L}+\\.?\\s+20\\d\\d\\b|\\d{1,2}[/.]\\d{1,2}[/.]20\\d\\d");
  private static final Pattern ARTICLE =
      Pattern.compile(
          "^(?:Art\\.|Article|Artikel)\\s*\\d{1,2}(?:er)?\\s*[:.–—-]?\\s*\\((?=.*\\)$)");
  private static final int LONGEST = 120;
  private static final int MOST_WORDS = 9;
  private static final int SHORTEST_MISREAD = 8;
  private static final int MISREAD_END = 3;
  private static final int LETTERS_A_MISTAKE = 8;

  /** Finds a label at the start of a line; without a colon it must have the line to itself. */
  static Optional<SectionLabel> of(SectionWords wording, String line) {
    String text = withoutEmphasis(Marker.of(line).map(Marker::rest).orElse(line));
    text = ARTICLE.matcher(text).replaceFirst("(");
    int colon = colon(text);
    String head = colon < 0 ? text : text.substring(0, colon);
    int first = firstLetter(head);
    if (head.length() > LONGEST || first == head.length()) {
      return Optional.empty();
    }
    if (colon < 0 && endsLikeSentence(head)) {
      return Optional.empty();
    }
    if (colon < 0 && Character.isLowerCase(head.charAt(first))) {
      return lowerCase(wording, text, line);
    }
    String rest = colon < 0 ? "" : withoutEmphasis(text.substring(colon + 1));
    Optional<SectionLabel> label = ofHead(wording, head, colon >= 0, rest);
    if (label.isEmpty() && !rest.isEmpty() && rest.length() < LONGEST) {
      return ofHead(wording, rest, false, "")
          .filter(found -> found.role == Role.STEPS && found.sure && found.theme.isEmpty())
          .map(found -> new SectionLabel(Role.STEPS, true, false, head.strip(), ""));
    }
    return label;
  }

  /** Notes may name a list without a capital; an article may have its title in brackets. */
  private static Optional<SectionLabel> lowerCase(SectionWords wording, String text, String line) {
    if (text.startsWith("(") && text.endsWith(")")) {
      return ofHead(wording, text.substring(1, text.length() - 1), false, "");
    }
    return text.equals(line.strip()) && wording.is(Kind.STEPS, FoldedText.of(text))
        ? Optional.of(new SectionLabel(Role.STEPS, false, false, "", ""))
        : Optional.empty();
  }

  private static Optional<SectionLabel> ofHead(
      SectionWords wording, String head, boolean colon, String rest) {
    List<String> others = new ArrayList<>();
    boolean steps = false;
    boolean review = false;
    boolean end = false;
    for (String part : PARTS.split(head, -1)) {
      Optional<Role> role = role(wording, part);
      steps |= role.filter(r -> r != Role.REVIEW && r != Role.END).isPresent();
      review |= role.filter(r -> r == Role.REVIEW || r == Role.CHAPTER).isPresent();
      end |= role.filter(r -> r == Role.END).isPresent();
      if (role.isEmpty() && !part.isBlank()) {
        others.add(part.strip());
      }
    }
    String theme = String.join(" – ", others);
    if (steps && review) {
      return Optional.of(new SectionLabel(Role.CHAPTER, true, colon, theme, rest));
    }
    if (steps) {
      return Optional.of(new SectionLabel(Role.STEPS, true, colon, theme, rest));
    }
    if (end && !review && others.isEmpty()) {
      return Optional.of(new SectionLabel(Role.END, true, colon, theme, rest));
    }
    if (review && others.isEmpty()) {
      return Optional.of(new SectionLabel(Role.REVIEW, true, colon, "", rest));
    }
    return unsure(wording, head, colon, rest);
  }

  /** A heading that begins with the name of a list: "Mesures dans les ports". */
  private static Optional<SectionLabel> unsure(
      SectionWords wording, String head, boolean colon, String rest) {
    String folded = FoldedText.of(head);
    if (FoldedText.count(folded) > MOST_WORDS || !rest.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> opening = wording.opening(Kind.STEPS, folded);
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    boolean several = opening.get().contains(" ");
    return Optional.of(new SectionLabel(Role.STEPS, several, colon, head.strip(), rest));
  }

  private static Optional<Role> role(SectionWords wording, String part) {
    int bracket = part.indexOf('(');
    String folded =
        FoldedText.of(DATE.matcher(bracket > 0 ? part.substring(0, bracket) : part).replaceAll(""));
    int count = FoldedText.count(folded);
    if (count == 0 || count > MOST_WORDS) {
      return Optional.empty();
    }
    for (Role role : new Role[] {Role.STEPS, Role.REVIEW, Role.END}) {
      if (wording.is(kind(role), folded)) {
        return Optional.of(role);
      }
    }
    String core = wording.core(folded);
    Optional<Role> composed = core.isEmpty() ? Optional.empty() : composed(wording, core);
    return composed.isPresent() ? composed : misread(wording, folded);
  }

  /** One name of a list, or several one after the other: "Décisions et actions". */
  private static Optional<Role> composed(SectionWords wording, String core) {
    String[] words = core.split(" ", -1);
    boolean steps = false;
    boolean review = false;
    boolean end = false;
    int at = 0;
    while (at < words.length) {
      int next = at;
      for (int to = words.length; to > at && next == at; to--) {
        String phrase = String.join(" ", Arrays.copyOfRange(words, at, to));
        boolean isSteps = wording.isReduced(Kind.STEPS, phrase);
        boolean isReview = !isSteps && wording.isReduced(Kind.REVIEW, phrase);
        boolean isEnd = !isSteps && !isReview && wording.isReduced(Kind.END, phrase);
        steps |= isSteps;
        review |= isReview;
        end |= isEnd;
        next = isSteps || isReview || isEnd ? to : at;
      }
      if (next == at) {
        return Optional.empty();
      }
      at = next;
    }
    if (steps) {
      return Optional.of(review ? Role.CHAPTER : Role.STEPS);
    }
    return review ? Optional.of(Role.REVIEW) : end ? Optional.of(Role.END) : Optional.empty();
  }

  /** A scan misreads a letter in eight. */
  private static Optional<Role> misread(SectionWords wording, String folded) {
    String letters = folded.replace(" ", "");
    if (letters.length() < SHORTEST_MISREAD || letters.length() > LONGEST / 2) {
      return Optional.empty();
    }
    int words = FoldedText.count(folded);
    for (Role role : new Role[] {Role.STEPS, Role.REVIEW}) {
      for (String phrase : wording.of(kind(role))) {
        boolean similar =
            Math.abs(phrase.length() - folded.length()) <= phrase.length() / LETTERS_A_MISTAKE
                && FoldedText.count(phrase) == words;
        if (similar && isMisread(letters, phrase.replace(" ", ""))) {
          return Optional.of(role);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMisread(String letters, String wanted) {
    int tolerance = wanted.length() / LETTERS_A_MISTAKE;
    return wanted.length() >= SHORTEST_MISREAD
        && sharesAnEnd(letters, wanted)
        && !wanted.startsWith(letters)
        && !letters.startsWith(wanted)
        && Math.abs(wanted.length() - letters.length()) <= tolerance
        && distance(letters, wanted) <= tolerance;
  }

  /** Most of a misread text is right; it saves comparing what has nothing in common. */
  private static boolean sharesAnEnd(String left, String right) {
    return left.regionMatches(0, right, 0, MISREAD_END)
        || left.regionMatches(
            left.length() - MISREAD_END, right, right.length() - MISREAD_END, MISREAD_END);
  }

  private static Kind kind(Role role) {
    return switch (role) {
      case STEPS, CHAPTER -> Kind.STEPS;
      case REVIEW -> Kind.REVIEW;
      case END -> Kind.END;
    };
  }

  /** The colon after the label; one in brackets or between digits is none. */
  private static int colon(String text) {
    for (int i = 0; i < text.length() && i <= LONGEST; i++) {
      boolean time =
          i > 0
              && i + 1 < text.length()
              && Character.isDigit(text.charAt(i - 1))
              && Character.isDigit(text.charAt(i + 1));
      if (text.charAt(i) == ':' && !time) {
        return i;
      }
    }
    return -1;
  }

  private static boolean endsLikeSentence(String head) {
    String stripped = head.strip();
    return stripped.endsWith(".") && FoldedText.count(FoldedText.of(head)) > 3;
  }

  private static int firstLetter(String head) {
    int at = 0;
    while (at < head.length() && !Character.isLetter(head.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String withoutEmphasis(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " *_#".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " *_#".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end).strip();
  }

  /** Levenshtein distance; both texts are short. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
