/**
 * Defines the terms of alarms (IEC 60601-1-8): rules, priorities, limits and transitions.
 *
 * <p>When a condition holds is decided in {@code org.vigie.signal.alarm.detect}. The further course of an open alarm is decided in {@code
 * org.vigie.signal.alarm.lifecycle}.
 */
@NullMarked
package org.vigie.signal.alarm;

import org.jspecify.annotations.NullMarked;
