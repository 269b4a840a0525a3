package org.vigie.signal.alarm.lifecycle;

import org.vigie.signal.alarm.event.AlarmEvent;

/**
 * Holds one entry of the alarm ledger.
 *
 * @param sequence position in the stay's chain, from 1
 */
public record LedgerEntry(long sequence, AlarmEvent event, AlarmStateAfter stateAfter) {}
