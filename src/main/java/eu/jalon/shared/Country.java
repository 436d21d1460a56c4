package eu.jalon.shared;

/** One of the two sides of the bilateral format, named by its ISO 3166-1 alpha-2 code. */
public enum Country {
  BE,
  FR
}
