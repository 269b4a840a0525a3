package org.vigie.station.order;

/**
 * Who asks.
 *
 * @param name pseudonymous; of a page without log-in what its user typed
 * @param role as the rule set's units name them: {@code nurse}, {@code charge-nurse}, {@code physician}
 */
public record User(String name, String role) {}
