/**
 * Measures the time from the broker taking a reading to the broker taking the alarm that it raised, with many beds. The peer is one hop
 * through the same broker in the same run. Not decided here: how alarms are raised.
 */
package org.vigie.bench.alerts;
