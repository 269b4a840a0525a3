package org.vigie.station.command;

/**
 * Identifies who sends a command.
 *
 * @param name pseudonym; without a log-in the name that the user typed
 * @param role as the rule file names it: {@code nurse}, {@code charge-nurse}, {@code physician}
 */
public record StationUser(String name, String role) {}
