/**
 * How long from the broker taking a reading to the broker taking the alarm that it made, with many beds, beside what one hop through the
 * same broker costs in the same run. Decided here: what is measured. Not decided here: how alarms are made.
 */
package org.vigie.bench.alerts;
