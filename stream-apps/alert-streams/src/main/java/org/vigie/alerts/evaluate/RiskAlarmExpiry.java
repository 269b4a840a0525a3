package org.vigie.alerts.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.signal.alarm.detect.AlarmDetector;

/**
 * Ends the alarm of a predicted risk when its score is too old.
 *
 * @param riskAge age from which a risk score is no longer used
 */
record RiskAlarmExpiry(Duration riskAge) {
    /** Returns the first instant, on the stay's clock, at which the score of an open risk alarm is too old; empty without such an alarm. */
    Optional<Instant> at(StayAlertState state, AlarmDetector detector) {
        return detector.hasOpenRisk(state.detection())
                ? Optional.of(state.risk().windowEnd().plus(riskAge).plusMillis(1))
                : Optional.empty();
    }

    /** Ends the alarm if its score is too old at {@code clock}. */
    void apply(StayAlertState state, LedgerWriter writer, Instant clock) {
        AlarmDetector detector = writer.unit().alarms();
        boolean expired = at(state, detector).filter(end -> !end.isAfter(clock)).isPresent();
        if (expired) {
            writer.append(detector.endRisks(state.detection(), state.bed(), clock));
        }
    }
}
