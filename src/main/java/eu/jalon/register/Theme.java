package eu.jalon.register;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.OriginId;

/** One numbered section of a declaration; 0 where a meeting's conclusions have no numbers. */
public record Theme(OriginId origin, int number, LocalText title) {}
