/**
 * Groups the alarms of one deterioration of a patient, and decides when people are called about it.
 *
 * <p>Decided here: which alarms belong together, when they call and with which sentence. Not decided here: when an alarm is raised ({@code
 * org.vigie.signal.alarm.detect}), and what people do about it ({@code org.vigie.signal.alarm.lifecycle}). Source of the term: IEC
 * 60601-1-8 (alarm grouping), IHE ACM.
 */
@NullMarked
package org.vigie.signal.alarm.incident;

import org.jspecify.annotations.NullMarked;
