package eu.jalon.actionitem;

import eu.jalon.commitment.Health;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.LocalText;

/** An action item beside the commitment it serves, as lists and emails show it. */
public record ActionItemView(ActionItem item, LocalText title, Theme theme, Health health) {}
