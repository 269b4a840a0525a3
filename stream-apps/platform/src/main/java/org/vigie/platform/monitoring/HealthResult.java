package org.vigie.platform.monitoring;

/**
 * Holds the result of one check.
 *
 * @param detail the state that was found, or the failure
 */
public record HealthResult(boolean isUp, String detail) {}
