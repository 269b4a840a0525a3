package org.vigie.signal.alarm.event;

/**
 * Names the stay that an event concerns.
 *
 * @param bed bed of the event
 * @param ruleVersion version of the rule set in force
 */
public record StayContext(String stay, String bed, String ruleVersion) {}
