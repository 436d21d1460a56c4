package eu.jalon.actionitem;

import eu.jalon.commitment.Health;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.LocalText;

/** An action item with the title, theme and health of its commitment, for lists and e-mails. */
public record ActionItemView(ActionItem item, LocalText title, Theme theme, Health health) {}
