package org.vigie.replay.trial;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.analytics.AnalyticsConfig;
import org.vigie.analytics.ReportPeriod;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Says which rules are tried on which recorded streams.
 *
 * @param period event times of the alarms that are compared
 * @param now time up to which the recorded streams are read
 * @param warmUp time before the period that is evaluated and not counted, so that open alarms and running delays are known at its start
 * @param current rules with which the new ones are compared
 * @param tried the new rules
 * @param watch settings of alert-streams beside the rules
 * @param unit nurses and target of the unit
 */
record RuleTrialRequest(
        KafkaConnectionConfig kafka,
        ReportPeriod period,
        Instant now,
        Duration warmUp,
        AlarmRuleCatalogue current,
        AlarmRuleCatalogue tried,
        StayWatchConfig watch,
        AnalyticsConfig unit) {
    RuleTrialRequest {
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("--warm-up: must not be negative, was " + warmUp);
        }
    }

    /**
     * Returns the same trial from the first recorded observation on, when the ward recorded nothing at the start of the period. A rate of
     * calls over time without records would be too low.
     *
     * @param first append time of the first observation; null when none was read
     * @throws IllegalArgumentException when nothing of the period is recorded
     */
    RuleTrialRequest since(@Nullable Instant first) {
        if (first == null || !first.isBefore(period.to())) {
            throw new IllegalArgumentException("--from, --to: the ward has no record of an observation from "
                    + period.from() + " to " + period.to() + "; choose another period");
        }
        return first.isAfter(period.from())
                ? new RuleTrialRequest(
                        kafka, new ReportPeriod(first, period.to()), now, warmUp, current, tried, watch, unit)
                : this;
    }

    /**
     * Returns the append times of the records to read. A record is taken five minutes before its event time at the earliest, and a late one
     * may come long after it, so the streams are read up to now.
     */
    PartitionPeriod read() {
        return new PartitionPeriod(period.from().minus(warmUp), now);
    }
}
