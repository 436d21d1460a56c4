package eu.jalon.intake.split.wording;

import eu.jalon.intake.split.wording.SectionWords.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a text states something to be done, or only introduces it. */
public final class ActionWording {

  private static final int FEW = 7;
  private static final List<String> ARTICLES =
      List.of(
          " les ministres ",
          " les deux ministres ",
          " les parties ",
          " les deux parties ",
          " ils ",
          " elles ",
          " nous ",
          " we ",
          " the ministers ",
          " ministers ",
          " both sides ",
          " they ",
          " de ministers ",
          " beide partijen ",
          " zij ",
          " wij ",
          " le comite ",
          " the committee ",
          " het comite ",
          " de commissie ",
          " les participants ",
          " les delegations ",
          " la conference ",
          " the participants ",
          " the delegations ",
          " the conference ",
          " de deelnemers ",
          " de delegaties ",
          " de conferentie ",
          " and ",
          " et ",
          " en ");
  private static final int READ = 600;
  private static final int LONGEST_SIGNATURE = 200;
  private static final int FAR = 12;
  private static final int LONGEST_PROPERTY = 30;
  private static final Pattern FRENCH_FUTURE =
      Pattern.compile(
          " (?:[a-z]{2,30}(?:ront|[eid]rons)|sera|aura|fera|pourra|devra|[a-z]{4,30}era) ");

  /** A speech to an audience is no commitment. */
  private static final Pattern ADDRESS = Pattern.compile(" (?:vous|vos|votre|uw|your|you) ");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          " (?:ce qui suit|comme suit"
              + "|(?<! (?:reunion|rencontre|session|seance|conference|annee|edition) )suivante"
              + "|suivantes|suivants?|as follows|the following|het volgende"
              + "|volgende afspraken"
              + "|volgende(?! (?:conferentie|vergadering|bijeenkomst|ontmoeting|zitting|top|keer"
              + "|jaar|maand|editie|dialoog|overleg))) [a-z ]{0,40}$");
  private static final Pattern AGREED =
      Pattern.compile(
          " (?:agreed?|declare|conv(?:iennent|enu)|spraken|afgesproken|overeengekomen|declarent) ");
  private static final Pattern DUTY =
      Pattern.compile(
          " (?:doit|doivent|devra|devront|est charge|est chargee|sont charges|moet|moeten|dient|"
              + "dienen|must|should|is to|are to|wordt|worden) ");
  private static final Pattern DUE =
      Pattern.compile(
          " (?:uiterlijk|ten laatste|d ici (?:au|a|la|le|fin|\\d)|au plus tard|no later than"
              + "|tegen (?:eind|begin|midden|\\d)) ");
  private static final Pattern TAKEN_UP_AGAIN =
      Pattern.compile(" (?:komt|komen) [a-z ]{0,60}terug $");
  private static final List<String> NOMINAL_ENDINGS =
      List.of(
          "tion",
          "sion",
          "ment",
          "age",
          "ture",
          "ance",
          "atie",
          "ing",
          "change",
          "mise",
          "tie",
          "creation",
          "suivi",
          "envoi",
          "appui",
          "essai",
          "bilan",
          "lancement");
  private static final List<String> LEADING_TO =
      List.of("a", "de", "d", "om", "te", "to", "ertoe", "dat", "that", "que");
  private static final List<String> LOOSE_ENDS =
      List.of(
          "de", "du", "des", "la", "le", "les", "et", "ou", "en", "dans", "pour", "par", "sur",
          "avec", "entre", "aux", "au", "un", "une", "van", "het", "een", "voor", "met", "op", "te",
          "aan", "om", "of", "the", "and", "to", "for", "with", "on", "in", "by", "deux", "leurs",
          "leur", "ses", "qui", "que", "die", "dat", "that", "which");

  private static final Set<String> NO_ACTIONS =
      Set.of(
          "document",
          "annexe",
          "parlement",
          "departement",
          "gouvernement",
          "arrondissement",
          "vergadering",
          "regering",
          "verklaring",
          "delegation",
          "commission",
          "convention",
          "france",
          "meeting",
          "during",
          "nothing",
          "commune",
          "communication",
          "version",
          "village");

  private static final Pattern ASSIGNED =
      Pattern.compile("[^:;>→⇒]{2,50}?\\s*(?:->|=>|→|⇒|:)\\s*(?<task>\\p{L}.{4,})", Pattern.DOTALL);

  private final SectionWords wording;

  public ActionWording(SectionWords wording) {
    this.wording = wording;
  }

  /** Whether the text is worded as something to be done. */
  public boolean isAction(String whole) {
    String text = head(whole);
    String folded = FoldedText.of(text);
    return opensWithVerb(text, folded)
        || wording.contains(Kind.COMMITS, folded)
        || wording.contains(Kind.REQUEST, folded)
        || FRENCH_FUTURE.matcher(folded).find()
        || DUTY.matcher(folded).find()
        || isNominal(folded)
        || isToVerb(folded)
        || isAssigned(text)
        || FrenchInfinitive.continues(
            ActionClauses.withoutCircumstance(ActionClauses.firstSentence(text)))
        || endsInDutchInfinitive(text);
  }

  /** Whether an item of a list is no step: it only notes a fact, or only convenes a meeting. */
  public boolean isFormality(String text) {
    String folded = FoldedText.of(head(text));
    return wording.contains(Kind.FORMALITY, folded) || isAside(folded);
  }

  /** Whether a text only convenes or closes a meeting. */
  public boolean convenes(String text) {
    return wording.contains(Kind.FORMALITY, FoldedText.of(head(text)));
  }

  /** Whether a text begins by welcoming, recalling or noting something, and nothing in it binds. */
  private boolean isAside(String folded) {
    boolean aside = wording.opening(Kind.ASIDE, folded).isPresent();
    String start = firstWord(folded);
    if (!aside && !wording.is(Kind.ACTION_VERB, start) && !FrenchInfinitive.opens(start)) {
      aside = wording.of(Kind.ASIDE).stream().anyMatch(phrase -> standsEarly(phrase, folded));
    }
    return aside && !wording.contains(Kind.COMMITS, folded);
  }

  /** A phrase of several words after the subject, or one word right after a known subject. */
  private static boolean standsEarly(String phrase, String folded) {
    int at = folded.indexOf(phrase);
    if (at < 0) {
      return false;
    }
    if (ARTICLES.contains(folded.substring(0, at + 1))) {
      return true;
    }
    return FoldedText.count(phrase) > 1 && FoldedText.count(folded.substring(0, at + 1)) <= FEW;
  }

  /** Whether a paragraph begins with the verb by which a resolution decides. */
  public boolean isOperative(String text) {
    String folded = FoldedText.of(head(text));
    return wording.opening(Kind.OPERATIVE, folded).isPresent()
        || ARTICLES.stream()
            .anyMatch(
                start ->
                    folded.startsWith(start)
                        && wording
                            .opening(Kind.OPERATIVE, folded.substring(start.length() - 1))
                            .isPresent());
  }

  /** Whether a sentence of running text commits its authors to something. */
  public boolean undertakes(String sentence) {
    String folded = FoldedText.of(head(sentence));
    return !isFormality(sentence)
        && !ADDRESS.matcher(folded).find()
        && (wording.contains(Kind.COMMITS, folded)
            || isOperative(sentence)
            || FRENCH_FUTURE.matcher(folded).find()
            || DUTY.matcher(folded).find()
            || DUE.matcher(folded).find()
            || TAKEN_UP_AGAIN.matcher(folded).find());
  }

  /** Whether a text begins like a closing formula below the last list: "Fait à Paris, le ...". */
  public boolean isSignature(String text) {
    return text.length() <= LONGEST_SIGNATURE
        && wording.opening(Kind.SIGNATURE, FoldedText.of(text)).isPresent()
        && Character.isUpperCase(firstLetter(text))
        && FoldedText.count(FoldedText.of(text)) <= 25;
  }

  /** Whether a text announces the list below it, and is no step by itself. */
  public boolean leadsIn(String text) {
    if (!text.stripTrailing().endsWith(":")) {
      return false;
    }
    String folded = FoldedText.of(tail(text));
    String[] words = folded.strip().split(" ", -1);
    return LEADING_TO.contains(words[words.length - 1])
        || wording.contains(Kind.LEADS_IN, folded)
        || isOperative(text)
        || binds(folded);
  }

  /** Whether a sentence announces that what follows it was agreed: "conviennent de ce qui suit". */
  public boolean opensAgreement(String text) {
    String folded = FoldedText.of(tail(text));
    return ANNOUNCED.matcher(folded).find() && (binds(folded) || AGREED.matcher(folded).find());
  }

  /** Whether a lead-in names nothing to do by itself: "Ministers instruct their services to:". */
  public boolean onlyBinds(String text) {
    String folded = FoldedText.of(tail(text));
    String[] words = folded.strip().split(" ", -1);
    return LEADING_TO.contains(words[words.length - 1])
        || LEADING_TO.stream()
            .anyMatch(
                to -> wording.of(Kind.COMMITS).stream().anyMatch((folded + to + " ")::endsWith))
        || (wording.contains(Kind.LEADS_IN, folded) && !opensWithVerb(text));
  }

  /** The little word after the verb may be left to the items of the list. */
  private boolean binds(String folded) {
    return wording.contains(Kind.COMMITS, folded)
        || LEADING_TO.stream().anyMatch(to -> wording.contains(Kind.COMMITS, folded + to + " "));
  }

  /** The same where it also binds: its list is one of steps even without a heading. */
  public boolean leadsInSteps(String text) {
    if (!leadsIn(text)) {
      return false;
    }
    String folded = FoldedText.of(tail(text));
    return binds(folded)
        || isOperative(text)
        || Arrays.stream(folded.strip().split(" ", -1))
            .anyMatch(word -> wording.is(Kind.STEPS, word) && word.length() > 4);
  }

  /** Whether a line breaks off before its sentence is complete. */
  public static boolean breaksOff(String line) {
    String stripped = line.stripTrailing();
    if (stripped.endsWith(",") || stripped.endsWith("-")) {
      return true;
    }
    int blank = stripped.lastIndexOf(' ');
    return LOOSE_ENDS.contains(Sentences.fold(stripped.substring(blank + 1)));
  }

  public boolean opensWithVerb(String whole) {
    String text = head(whole);
    return opensWithVerb(text, FoldedText.of(text));
  }

  /** The form of a text shows at its beginning, and a lead-in at its end. */
  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), READ));
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - READ));
  }

  /** Reads a line that names the owner or the deadline of the step above it. */
  public Optional<Property> property(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon > LONGEST_PROPERTY || colon + 1 >= text.length()) {
      return Optional.empty();
    }
    String name = FoldedText.of(text.substring(0, colon));
    String value = text.substring(colon + 1).strip();
    boolean owner = wording.is(Kind.COLUMN_OWNER, name);
    boolean due = wording.is(Kind.COLUMN_DUE, name);
    boolean other = wording.is(Kind.COLUMN_OTHER, name);
    return owner || due || other ? Optional.of(new Property(owner, due, value)) : Optional.empty();
  }

  /** A detail of a step, given on a line below it. */
  public record Property(boolean owner, boolean due, String value) {}

  private boolean opensWithVerb(String text, String folded) {
    String first = firstWord(folded);
    if (FrenchInfinitive.opens(text)
        || FrenchInfinitive.continues(text)
        || wording.is(Kind.ACTION_VERB, first)) {
      return true;
    }
    if (LEADING_TO.contains(first) || first.equals("se") || first.equals("s")) {
      String rest = text.strip();
      int blank = rest.indexOf(' ');
      int mark = rest.indexOf('’') < 0 ? rest.indexOf('\'') : rest.indexOf('’');
      int at = mark > 0 && (blank < 0 || mark < blank) ? mark : blank;
      String behind = at < 0 ? "" : rest.substring(at + 1).strip();
      return FrenchInfinitive.opens(behind)
          || FrenchInfinitive.continues(behind)
          || wording.is(Kind.ACTION_VERB, firstWord(FoldedText.of(behind)));
    }
    return false;
  }

  private static boolean isNominal(String folded) {
    String first = firstWord(folded);
    return (first.length() > 4 || first.equals("mise"))
        && !NO_ACTIONS.contains(first)
        && NOMINAL_ENDINGS.stream().anyMatch(first::endsWith);
  }

  /** Minutes give a task as "DG Justice to circulate a draft". */
  private boolean isToVerb(String folded) {
    String[] words = folded.strip().split(" ", -1);
    for (int i = 1; i + 1 < words.length && i < FAR; i++) {
      if (words[i].equals("to") && wording.is(Kind.ACTION_VERB, words[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /** Notes give a task as "FPS Finance -> lend the scanner" or "Secretariat: send the list". */
  private boolean isAssigned(String text) {
    Matcher assigned = ASSIGNED.matcher(text);
    return assigned.matches() && opensWithVerb(assigned.group("task"));
  }

  private static boolean endsInDutchInfinitive(String text) {
    String sentence = ActionClauses.firstSentence(text).strip();
    String last = sentence.substring(sentence.lastIndexOf(' ') + 1);
    return last.length() > 4
        && last.endsWith("en")
        && Character.isLowerCase(last.charAt(0))
        && TextLanguage.of(text).filter(l -> l == TextLanguage.DUTCH).isPresent();
  }

  private static String firstWord(String folded) {
    String stripped = folded.strip();
    int blank = stripped.indexOf(' ');
    return blank < 0 ? stripped : stripped.substring(0, blank);
  }

  private static int firstLetter(String text) {
    return text.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
  }
}
