package org.vigie.signal.clean;

/**
 * Holds what the other sensors of a message say about one reading.
 *
 * @param update the reading
 * @param reason reason of its verdict after the comparison
 * @param level level of its signal after the comparison
 */
record ComparedReading(ChannelUpdate update, CleaningReason reason, SignalLevel level) {}
