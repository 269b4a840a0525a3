package org.vigie.signal.identify;

/**
 * The stay that a reading belongs to.
 *
 * @param provisional true when no admission was known for the bed at that time
 */
public record Identity(String stay, boolean provisional) {}
