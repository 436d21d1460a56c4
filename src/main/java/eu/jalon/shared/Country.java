package eu.jalon.shared;

/** One of the two parties of the series, named by its ISO 3166-1 alpha-2 code. */
public enum Country {
  BE,
  FR
}
