package eu.jalon.intake.propose;

import java.util.List;

/**
 * A ministry as the directory names it.
 *
 * @param code its code, such as BE-JUS
 * @param party code of its party
 * @param names its names in all languages
 * @param coordination whether it coordinates and carries nothing itself
 */
public record Office(String code, String party, List<String> names, boolean coordination) {

  public Office {
    names = List.copyOf(names);
  }
}
