/**
 * When an alarm condition begins, changes priority and ends: limits with delay and hysteresis, scores, silent beds, equipment faults. What
 * happens to the raised alarm is decided in {@code lifecycle}.
 */
@NullMarked
package org.vigie.signal.alarm.detect;

import org.jspecify.annotations.NullMarked;
