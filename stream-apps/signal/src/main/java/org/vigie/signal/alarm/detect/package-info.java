/**
 * Decides when an alarm condition begins, changes priority and ends: limits with delay and hysteresis, scores, silent beds, equipment
 * faults.
 *
 * <p>The further course of a raised alarm is decided in {@code org.vigie.signal.alarm.lifecycle}.
 */
@NullMarked
package org.vigie.signal.alarm.detect;

import org.jspecify.annotations.NullMarked;
