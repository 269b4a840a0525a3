package org.vigie.platform.monitoring;

/**
 * The result of one check.
 *
 * @param detail the state that was found, or the failure
 */
public record HealthResult(boolean isUp, String detail) {}
