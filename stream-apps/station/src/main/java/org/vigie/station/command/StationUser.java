package org.vigie.station.command;

/**
 * Who asks.
 *
 * @param name pseudonymous; of a page without log-in what its user typed
 * @param role as the rule set's units name them: {@code nurse}, {@code charge-nurse}, {@code physician}
 */
public record StationUser(String name, String role) {}
