package org.vigie.recordings;

/**
 * Describes a part of a file that became no reading, with the reason.
 *
 * @param channel the signal's or column's name in the file; empty when it concerns the whole file
 * @param value as it stands in the file; empty when there is none, or when many different ones are counted together
 * @param reason what is wrong, where, and what is expected
 */
public record LeftOutEntry(String channel, String value, String reason) {}
