/**
 * Defines the events of an alarm, from its raising to its end, and the commands about it.
 *
 * <p>Decided here: which events exist and what each one carries. Not decided here: when an event happens ({@code
 * org.vigie.signal.alarm.detect}, {@code org.vigie.signal.alarm.lifecycle}) and how the ledger writes it.
 */
@NullMarked
package org.vigie.signal.alarm.event;

import org.jspecify.annotations.NullMarked;
