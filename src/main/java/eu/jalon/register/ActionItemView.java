package eu.jalon.register;

import eu.jalon.shared.LocalText;

/** An action item beside the commitment it serves, as lists and letters show it. */
public record ActionItemView(ActionItem item, LocalText title, Theme theme, Health health) {}
