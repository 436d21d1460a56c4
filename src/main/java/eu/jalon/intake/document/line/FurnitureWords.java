package eu.jalon.intake.document.line;

import java.util.regex.Pattern;

/** How the text in the margins of pages is worded in French, Dutch and English. */
public final class FurnitureWords {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String PAGE = "(?:(?:[Pp](?:age|agina|ag|\\.)?|[Bb]l(?:adzijde|z))\\.?\\s*)";
  private static final String TOTAL = "\\s*(?:/|sur|van|of|de)\\s*\\d{1,4}";
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-–—|]?\\s*(?:"
              + PAGE
              + "\\d{1,4}(?:"
              + TOTAL
              + ")?|\\d{1,3}"
              + TOTAL
              + "|[-–—]\\s*\\d{1,3}\\s*[-–—]|\\d{1,3})\\s*[-–—|]?");
  private static final Pattern NAMES_PAGE =
      Pattern.compile(
          ".*\\s{2,}"
              + PAGE
              + "\\d{1,4}"
              + TOTAL
              + "\\s*|.*[|–—-]\\s*"
              + PAGE
              + "\\d{1,4}"
              + TOTAL
              + "\\s*"
              + "|.*[|–—-]\\s*(?:[Pp]age|[Pp]agina|[Bb]ladzijde|[Bb]lz\\.?)\\s*\\d{1,4}\\s*");
  private static final Pattern WORKING_PAPER =
      Pattern.compile(
          ".*\\b(?:document de travail|working paper|werkdocument|projet de|draft|ontwerp|version du|versie van|"
              + "diffusion restreinte|beperkte verspreiding|confidentiel|vertrouwelijk|restricted|limite)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CONTENTS =
      Pattern.compile(".{2,160}?[ .…_]*(?:\\.{4,}|(?:\\. ){4,}|…{2,}|_{4,})[ .…_]*\\d{1,4}");

  private FurnitureWords() {}

  /** Tells whether a line is one of a table of contents: a title, dots, and a page number. */
  public static boolean isContents(String line) {
    return line.length() < 250 && CONTENTS.matcher(line).matches();
  }

  /** Tells whether a line at the edge of a page is nothing but its number. */
  public static boolean isPageNumber(String line) {
    return PAGE_NUMBER.matcher(line).matches();
  }

  /** Tells whether a line ends with the number of the page and of all pages. */
  public static boolean namesPage(String line) {
    return NAMES_PAGE.matcher(line).matches();
  }

  /** Tells whether a line marks the document as a draft or as not for everyone. */
  public static boolean isWorkingPaper(String line) {
    return WORKING_PAPER.matcher(line).matches();
  }

  /** The line with every number masked, which is the same on every page. */
  public static String masked(String line) {
    return line.strip().replaceAll("\\d+", "#").replaceAll("\\s+", " ");
  }

  /** Returns superscript figures as plain ones. */
  public static String figures(String marks) {
    var figures = new StringBuilder();
    for (int i = 0; i < marks.length(); i++) {
      int figure = SUPERSCRIPTS.indexOf(marks.charAt(i));
      figures.append(figure < 0 ? marks.substring(i, i + 1) : String.valueOf(figure));
    }
    return figures.toString();
  }
}
