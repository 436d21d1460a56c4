package eu.jalon.intake.propose;

import eu.jalon.intake.propose.OwnerWords.Abbreviation;
import eu.jalon.intake.propose.OwnerWords.Kind;
import eu.jalon.shared.MinistryCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the ministries that the words of a step make responsible, by their names. */
public final class Owners {

  private static final int NEAR = 7;
  private static final int EARLY = 4;
  private static final Pattern BRACKET = Pattern.compile("[()]");
  private static final Set<String> ADDRESSEE = Set.of("au", "aux", "to", "aan");
  private static final Set<String> ASKING =
      Set.of(
          "demander",
          "demande",
          "demandent",
          "demandons",
          "confier",
          "confie",
          "confient",
          "incombe",
          "revient",
          "appartient",
          "vragen",
          "vraagt",
          "opdragen",
          "vertrouwen",
          "entrust",
          "falls");
  private static final Set<String> GENITIVE = Set.of("du", "des", "of", "van");
  private static final Set<String> AND = Set.of("et", "en", "and", "ou", "of", "or");

  private final OwnerWords words;
  private final List<Name> names = new ArrayList<>();
  private final Map<List<String>, Set<String>> abbreviations = new LinkedHashMap<>();

  /** A ministry that is named, and where. */
  public record Mention(String code, int start, int end) {}

  /**
   * The name of a ministry without the word for a ministry.
   *
   * @param alone whether it names the ministry in any context: a service or a full name
   * @param whole whether it is no part of a longer name
   */
  private record Name(
      Office office, List<String> words, boolean alone, boolean whole, boolean bracket) {}

  public Owners(OwnerWords words, List<Office> offices) {
    this.words = words;
    for (Office office : offices) {
      office.names().forEach(name -> add(office, name));
    }
    names.sort((a, b) -> b.words.size() - a.words.size());
    words.abbreviations().forEach(this::add);
    offices.stream().filter(office -> !office.coordination()).forEach(this::addCode);
  }

  /** The office that a name of the table refers to; none if the directory has no such name. */
  private void add(Abbreviation abbreviation) {
    names.stream()
        .filter(name -> name.office.party().equals(abbreviation.party()))
        .filter(name -> name.words.equals(abbreviation.name()))
        .map(Name::office)
        .findFirst()
        .ifPresent(
            office ->
                abbreviations
                    .computeIfAbsent(abbreviation.letters(), key -> new LinkedHashSet<>())
                    .add(office.code()));
  }

  /** Ministries are also called by the last part of their codes: IBZ for BE-IBZ. */
  private void addCode(Office office) {
    String own = office.code().substring(office.code().indexOf('-') + 1);
    if (own.length() > 2) {
      abbreviations
          .computeIfAbsent(List.of(own.toLowerCase(Locale.ROOT)), key -> new LinkedHashSet<>())
          .add(office.code());
    }
  }

  private void add(Office office, String name) {
    String[] parts = BRACKET.split(name, -1);
    for (int i = 0; i < parts.length; i++) {
      List<String> bare = bare(Token.of(parts[i]));
      if (bare.isEmpty()) {
        continue;
      }
      boolean bracket = i == 1;
      add(office, bare, bracket && bare.size() > 1, true, bracket);
      if (office.coordination()) {
        continue;
      }
      List<String> part = new ArrayList<>();
      for (String word : bare) {
        if (AND.contains(word)) {
          add(office, stripped(part), false, false, bracket);
          part = new ArrayList<>();
        } else {
          part.add(word);
        }
      }
      if (part.size() < bare.size()) {
        add(office, stripped(part), false, false, bracket);
      }
    }
  }

  private void add(
      Office office, List<String> bare, boolean alone, boolean whole, boolean bracket) {
    if (!bare.isEmpty()) {
      names.add(
          new Name(office, List.copyOf(bare), alone || office.coordination(), whole, bracket));
    }
  }

  /** A name without the word for a ministry, its party and the small words between. */
  private List<String> bare(List<Token> tokens) {
    List<String> kept = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int skip =
          Math.max(
              Math.max(words.at(Kind.SERVICE, tokens, i), words.at(Kind.MINISTRY, tokens, i)),
              words.at(Kind.PARTY, tokens, i));
      if (skip > 0 && tokens.get(i).word().length() > 1) {
        i += skip;
      } else {
        kept.add(tokens.get(i).word());
        i++;
      }
    }
    return stripped(kept);
  }

  private List<String> stripped(List<String> part) {
    int from = 0;
    while (from < part.size() && isLink(part.get(from))) {
      from++;
    }
    return List.copyOf(part.subList(from, part.size()));
  }

  private boolean isLink(String word) {
    return words.at(Kind.LINK, List.of(new Token(word, 0, 0)), 0) > 0;
  }

  /** The ministries that a sentence makes responsible, in its order. */
  public List<Mention> in(String text) {
    List<Token> tokens = Token.of(text);
    Map<String, Mention> found = new LinkedHashMap<>();
    int i = 0;
    while (i < tokens.size()) {
      int next = mention(text, tokens, i, found, false);
      i = Math.max(i + 1, next);
    }
    return List.copyOf(found.values());
  }

  /** The ministries of a cell that holds nothing else; there a bare name is enough. */
  public List<Mention> inCell(String cell) {
    List<Token> tokens = Token.of(cell);
    Map<String, Mention> found = new LinkedHashMap<>();
    int i = 0;
    while (i < tokens.size()) {
      int next = mention(cell, tokens, i, found, true);
      if (next == i) {
        next = bareName(tokens, i, found);
      }
      i = Math.max(i + 1, next);
    }
    return List.copyOf(found.values());
  }

  /** The ministries whose field a text names without making them responsible. */
  public List<String> fields(String text) {
    List<Token> tokens = Token.of(text);
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Found match = nameAt(tokens, i, null, true, false);
      if (match != null) {
        found.addAll(match.codes);
      }
    }
    return List.copyOf(found);
  }

  /** Returns the word after a mention, or the place itself where there is none. */
  private int mention(
      String text, List<Token> tokens, int i, Map<String, Mention> found, boolean cell) {
    int code = code(tokens, i, found);
    if (code > i) {
      return code;
    }
    int letters = abbreviation(text, tokens, i, found, cell);
    if (letters > i) {
      return letters;
    }
    int service = words.at(Kind.SERVICE, tokens, i);
    int ministry = words.at(Kind.MINISTRY, tokens, i);
    int several =
        Math.max(words.at(Kind.MINISTRIES, tokens, i), words.at(Kind.MINISTERS, tokens, i));
    int minister = words.at(Kind.MINISTER, tokens, i);
    int opened = Math.max(Math.max(service, ministry), Math.max(several, minister));
    if (opened == 0) {
      return named(text, tokens, i, found, cell);
    }
    String party =
        service > 0
            ? words.party(join(tokens, i, i + service)).orElse(null)
            : party(tokens, i, i + opened);
    if (isForeign(tokens, i - 2, i + opened + 2)) {
      return i + opened;
    }
    boolean both = several > 0 && party == null;
    if (minister > 0 && service == 0 && party == null) {
      return i + opened;
    }
    boolean counts = cell || counts(tokens, i);
    int at = i + opened;
    boolean first = true;
    while (at < tokens.size()) {
      int name = at;
      if (!first) {
        if (!AND.contains(tokens.get(at).word()) && !isComma(text, tokens, at)) {
          break;
        }
        name = AND.contains(tokens.get(at).word()) ? at + 1 : at;
      }
      if (!first && isOtherParty(tokens, name, party)) {
        break;
      }
      while (name < tokens.size()
          && isLink(tokens.get(name).word())
          && nameAt(tokens, name, party, both, ministry > 0) == null) {
        name++;
      }
      Found match = nameAt(tokens, name, party, both, ministry > 0);
      if (match == null) {
        break;
      }
      at = name + match.length;
      String behind =
          isAdjective(text, tokens, at) ? words.party(tokens.get(at).word()).orElse(null) : null;
      if (behind != null) {
        Found narrowed = nameAt(tokens, name, behind, false, ministry > 0);
        match = narrowed == null ? match : narrowed;
        at++;
      } else if (at < tokens.size() && words.at(Kind.FOREIGN, tokens, at) > 0) {
        break;
      }
      if (counts) {
        for (String owner : match.codes) {
          found.putIfAbsent(
              owner, new Mention(owner, tokens.get(i).start(), tokens.get(at - 1).end()));
        }
      }
      first = false;
    }
    return at;
  }

  /** A name in capitals that is short for one ministry only. */
  private int abbreviation(
      String text, List<Token> tokens, int i, Map<String, Mention> found, boolean cell) {
    for (Map.Entry<List<String>, Set<String>> known : abbreviations.entrySet()) {
      if (known.getValue().size() == 1 && Token.matches(tokens, i, known.getKey())) {
        int end = i + known.getKey().size();
        String written = text.substring(tokens.get(i).start(), tokens.get(end - 1).end());
        if (written.equals(written.toUpperCase(Locale.ROOT)) && (cell || counts(tokens, i))) {
          String code = known.getValue().iterator().next();
          found.putIfAbsent(
              code, new Mention(code, tokens.get(i).start(), tokens.get(end - 1).end()));
          return end;
        }
      }
    }
    return i;
  }

  /** "FPS Finance and the French customs": the second name belongs to another party. */
  private boolean isOtherParty(List<Token> tokens, int from, @Nullable String party) {
    int at = from;
    while (at < tokens.size() && isLink(tokens.get(at).word())) {
      Optional<String> other = words.party(tokens.get(at).word());
      if (other.isPresent() && tokens.get(at).word().length() > 2 && !other.get().equals(party)) {
        return true;
      }
      at++;
    }
    return false;
  }

  /** Whether a word behind a name can be the adjective of its party, and not of the next name. */
  private boolean isAdjective(String text, List<Token> tokens, int at) {
    if (at >= tokens.size()) {
      return false;
    }
    String between = text.substring(tokens.get(at - 1).end(), tokens.get(at).start());
    boolean bracket = between.strip().equals("(");
    boolean opensNext =
        words.at(Kind.MINISTRY, tokens, at + 1) > 0 || words.at(Kind.MINISTER, tokens, at + 1) > 0;
    return bracket || (between.isBlank() && tokens.get(at).word().length() > 2 && !opensNext);
  }

  private record Found(int length, List<String> codes) {}

  /** The ministries of a name: of one party if it is known, else of each party that has one. */
  private @Nullable Found nameAt(
      List<Token> tokens, int i, @Nullable String party, boolean both, boolean ministry) {
    Set<String> codes = new LinkedHashSet<>();
    int length = 0;
    Set<String> parties = new LinkedHashSet<>();
    for (Name name : names) {
      if (length > 0 && name.words.size() < length && !both) {
        break;
      }
      if (Token.matches(tokens, i, name.words)
          && (party == null || party.equals(name.office.party()))
          && !(both && parties.contains(name.office.party()))) {
        length = Math.max(length, name.words.size());
        codes.add(name.office.code());
        parties.add(name.office.party());
      }
    }
    if (both && parties.size() == 1) {
      codes.addAll(counterparts(codes, parties));
    }
    if (codes.isEmpty()) {
      return party == null ? null : counterpart(tokens, i, party);
    }
    if (codes.size() > 1 && ministry && party == null) {
      List<String> called = codes.stream().filter(this::isCalledMinistry).toList();
      return new Found(length, called.isEmpty() ? List.copyOf(codes) : called);
    }
    return new Found(length, List.copyOf(codes));
  }

  /** Parties may name the same field differently in one language, and alike in another. */
  private @Nullable Found counterpart(List<Token> tokens, int i, String party) {
    for (Name name : names) {
      if (!Token.matches(tokens, i, name.words) || name.bracket) {
        continue;
      }
      for (Name other : names) {
        if (other.office.party().equals(party) && alike(name.office, other.office)) {
          return new Found(name.words.size(), List.of(other.office.code()));
        }
      }
    }
    return null;
  }

  /** The ministries of the other parties for the same field, whatever they are called. */
  private List<String> counterparts(Set<String> codes, Set<String> parties) {
    List<String> found = new ArrayList<>();
    for (Name name : names) {
      for (Name other : names) {
        if (codes.contains(name.office.code())
            && !parties.contains(other.office.party())
            && !found.contains(other.office.code())
            && alike(name.office, other.office)) {
          found.add(other.office.code());
        }
      }
    }
    return found;
  }

  private boolean alike(Office one, Office other) {
    return names.stream()
        .filter(name -> name.office.equals(one) && name.whole && !name.bracket)
        .anyMatch(
            name ->
                names.stream()
                    .anyMatch(
                        twin ->
                            twin.office.equals(other)
                                && !twin.bracket
                                && twin.words.equals(name.words)));
  }

  /** Whether the directory itself names it a ministry, as one party does and the other does not. */
  private boolean isCalledMinistry(String code) {
    return names.stream()
        .filter(name -> name.office.code().equals(code))
        .flatMap(name -> name.office.names().stream())
        .anyMatch(
            name ->
                Token.of(name).stream().anyMatch(t -> words.at(Kind.MINISTRY, List.of(t), 0) > 0));
  }

  /** A service of a ministry, a full name, or a name with the adjective of its party. */
  private int named(
      String text, List<Token> tokens, int i, Map<String, Mention> found, boolean cell) {
    for (Name name : names) {
      if (!Token.matches(tokens, i, name.words)) {
        continue;
      }
      int end = i + name.words.size();
      boolean joined =
          end < tokens.size()
              && text.substring(tokens.get(end - 1).end(), tokens.get(end).start()).isBlank();
      int behind = joined ? before(tokens, i, end, found, cell) : i;
      if (behind > i) {
        return behind;
      }
      boolean party =
          isParty(tokens, end, name.office.party()) || isParty(tokens, i - 1, name.office.party());
      boolean capital = Character.isUpperCase(text.charAt(tokens.get(i).start()));
      boolean owns =
          name.alone
              || (party && (capital || name.bracket))
              || (name.whole && capital && i <= 1 && ownName(name));
      if (owns && (cell || counts(tokens, i)) && !isForeign(tokens, i - 1, end + 1)) {
        int to = party && isParty(tokens, end, name.office.party()) ? end + 1 : end;
        found.putIfAbsent(
            name.office.code(),
            new Mention(name.office.code(), tokens.get(i).start(), tokens.get(to - 1).end()));
        return to;
      }
    }
    return i;
  }

  /** English names the field first: "the Interior ministries", "the French Interior Ministry". */
  private int before(List<Token> tokens, int i, int end, Map<String, Mention> found, boolean cell) {
    int several =
        Math.max(words.at(Kind.MINISTRIES, tokens, end), words.at(Kind.MINISTERS, tokens, end));
    int one = Math.max(words.at(Kind.MINISTRY, tokens, end), words.at(Kind.MINISTER, tokens, end));
    if (several + one == 0
        || end >= tokens.size()
        || !tokens.get(end).word().startsWith("minist")) {
      return i;
    }
    String party = party(tokens, i, end + Math.max(several, one));
    Found match = nameAt(tokens, i, party, several > 0 && party == null, one > 0);
    if (match == null || !(cell || counts(tokens, i)) || isForeign(tokens, i - 1, end)) {
      return i;
    }
    int last = end + Math.max(several, one);
    for (String owner : match.codes) {
      found.putIfAbsent(
          owner, new Mention(owner, tokens.get(i).start(), tokens.get(last - 1).end()));
    }
    return last;
  }

  /** Whether the ministry is called by this name alone, as "Défense" is. */
  private static boolean ownName(Name name) {
    return name.office.names().stream()
        .anyMatch(own -> words(BRACKET.split(own, -1)[0]).equals(name.words));
  }

  private static List<String> words(String name) {
    return Token.of(name).stream().map(Token::word).toList();
  }

  private int bareName(List<Token> tokens, int i, Map<String, Mention> found) {
    String party = party(tokens, i, i);
    for (Name name : names) {
      if (Token.matches(tokens, i, name.words)) {
        int end = i + name.words.size();
        String behind =
            end < tokens.size() ? words.party(tokens.get(end).word()).orElse(null) : null;
        String known =
            found.keySet().stream()
                .map(code -> new MinistryCode(code).party().value())
                .findFirst()
                .orElse(null);
        String wanted = behind != null ? behind : party != null ? party : known;
        Found match = nameAt(tokens, i, wanted, wanted == null, false);
        if (match != null && !isForeign(tokens, i - 1, end + 1)) {
          for (String owner : match.codes) {
            found.putIfAbsent(
                owner, new Mention(owner, tokens.get(i).start(), tokens.get(end - 1).end()));
          }
          return end;
        }
      }
    }
    return i;
  }

  /** A code of the directory: "BE-JUS". */
  private int code(List<Token> tokens, int i, Map<String, Mention> found) {
    if (i + 1 >= tokens.size() || tokens.get(i).end() + 1 != tokens.get(i + 1).start()) {
      return i;
    }
    String code = (tokens.get(i).word() + "-" + tokens.get(i + 1).word()).toUpperCase(Locale.ROOT);
    Optional<String> known =
        names.stream().map(name -> name.office.code()).filter(code::equals).findFirst();
    known.ifPresent(
        owner ->
            found.putIfAbsent(
                owner, new Mention(owner, tokens.get(i).start(), tokens.get(i + 1).end())));
    return known.isPresent() ? i + 2 : i;
  }

  /** Whether the ministry named here does the work, and is neither addressee nor helper. */
  private boolean counts(List<Token> tokens, int i) {
    int before = i - 1;
    while (before >= 0
        && Set.of(
                "la", "le", "les", "l", "the", "de", "het", "deux", "beide", "both", "twee", "two")
            .contains(tokens.get(before).word())
        && !(tokens.get(before).word().equals("de") && before > EARLY)) {
      before--;
    }
    if (before >= 0) {
      String word = tokens.get(before).word();
      if (ADDRESSEE.contains(word) || (word.equals("a") && before > 0)) {
        return isAsked(tokens, before);
      }
      if ((GENITIVE.contains(word) || word.equals("de")) && before > EARLY) {
        return false;
      }
    }
    for (int j = Math.max(0, i - NEAR); j < i; j++) {
      if (words.at(Kind.NOT_BEFORE, tokens, j) > 0) {
        return false;
      }
    }
    return true;
  }

  /** "Demander au SPF Mobilité ..." makes the ministry responsible. */
  private static boolean isAsked(List<Token> tokens, int preposition) {
    for (int j = Math.max(0, preposition - 2); j < preposition; j++) {
      if (ASKING.contains(tokens.get(j).word())) {
        return true;
      }
    }
    return preposition == 0 && ASKING.contains(tokens.get(tokens.size() - 1).word());
  }

  private boolean isParty(List<Token> tokens, int i, String party) {
    return i >= 0
        && i < tokens.size()
        && tokens.get(i).word().length() > 2
        && words.party(tokens.get(i).word()).filter(party::equals).isPresent();
  }

  /** The party given by an adjective beside the word for a ministry. */
  private @Nullable String party(List<Token> tokens, int from, int to) {
    for (int j : new int[] {from - 1, to}) {
      if (j >= 0 && j < tokens.size() && tokens.get(j).word().length() > 2) {
        Optional<String> party = words.party(tokens.get(j).word());
        if (party.isPresent()) {
          return party.get();
        }
      }
    }
    return null;
  }

  private boolean isForeign(List<Token> tokens, int from, int to) {
    for (int j = Math.max(0, from); j < Math.min(tokens.size(), to); j++) {
      if (words.at(Kind.FOREIGN, tokens, j) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComma(String text, List<Token> tokens, int at) {
    return at > 0
        && text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).strip().equals(",");
  }

  private static String join(List<Token> tokens, int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      joined.append(joined.isEmpty() ? "" : " ").append(token.word());
    }
    return joined.toString();
  }
}
