package eu.jalon.commitment;

import eu.jalon.meeting.Theme;
import eu.jalon.shared.LocalText;

/**
 * The number of commitments of one theme.
 *
 * @param meeting the name of the meeting that adopted it
 */
public record ThemeCounts(
    Theme theme, LocalText meeting, Figures figures, int carriedOver, int withdrawn) {}
