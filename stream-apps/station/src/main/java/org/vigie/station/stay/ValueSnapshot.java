package org.vigie.station.stay;

import org.vigie.station.alarm.limit.LimitViolationSnapshot;

/**
 * Shows the newest value of one variable.
 *
 * @param variable name in the variable catalogue
 * @param value in {@code unit}; absent when stale: nobody can mistake an old number for a current one, nor one that was withdrawn for any
 * @param last the number of a stale value, for a reader who asks what was measured last; absent when current or withdrawn. It is never shown
 *     without its time
 * @param unit UCUM
 * @param measuredAt epoch ms, by the device
 * @param asOf epoch ms from which its age counts: measured, or received when the device's clock runs ahead
 * @param ageMs ward clock minus {@code asOf} when the snapshot was taken
 * @param limitMs beyond this age it is stale
 * @param stale too old to be shown as current, or withdrawn by its sender
 * @param because why nothing newer was taken: the reason of a later rejected reading, else {@code RETRACTED} or {@code NONE}
 * @param verdict {@code KEPT}, {@code SUSPECT} or {@code RETRACTED}
 * @param reason of the verdict
 * @param source the system it came from
 * @param device the device within its source
 * @param channel which source of the variable within the device; empty when the sender names none
 * @param switchedAt epoch ms since which this source is followed in place of another; absent while there was but one
 * @param switchedFrom the source that was followed before; absent like {@code switchedAt}
 * @param violates the most urgent alarm limit that the value violates; absent for a stale value, and when it violates none
 * @param feedIntervalMs interval of a monitor's values; absent unless it is longer than the delay of the variable's alarm
 * @param doubtfulSince epoch ms since which every reading of a monitor's value was suspect; absent unless that is longer than the configured time
 */
public record ValueSnapshot(
        String variable,
        Double value,
        Double last,
        String unit,
        long measuredAt,
        long asOf,
        long ageMs,
        long limitMs,
        boolean stale,
        String because,
        String verdict,
        String reason,
        String source,
        String device,
        String channel,
        Long switchedAt,
        String switchedFrom,
        LimitViolationSnapshot violates,
        Long feedIntervalMs,
        Long doubtfulSince) {}
