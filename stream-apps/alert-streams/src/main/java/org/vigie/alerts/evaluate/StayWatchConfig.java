package org.vigie.alerts.evaluate;

import java.time.Duration;
import java.util.Map;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.signal.attention.CareSetting;

/**
 * Configures the monitoring of stays, beside the clinical rules.
 *
 * @param silence time without readings after which a stay has no known triage level
 * @param riskAge age from which a risk score is no longer used
 * @param recall time for which outputs are kept, to be sent again when their record is processed again after a crash
 * @param memory time after its noted end at which the state of a stay is deleted
 * @param monitorSilence time without a report after which a monitor's alarm without a phase is a new one; the same in every app
 * @param careSettings kind of each unit, by the unit's name; a unit that is not listed is intensive care
 */
public record StayWatchConfig(
        Duration silence,
        Duration riskAge,
        Duration recall,
        Duration memory,
        Duration monitorSilence,
        Map<String, CareSetting> careSettings) {
    public StayWatchConfig {
        careSettings = Map.copyOf(careSettings);
        positive("silence", silence);
        positive("riskAge", riskAge);
        positive("recall", recall);
        positive("memory", memory);
        positive("monitorSilence", monitorSilence);
    }

    /** Creates a configuration with the default silence of monitors and the default kinds of units. */
    public StayWatchConfig(Duration silence, Duration riskAge, Duration recall, Duration memory) {
        this(
                silence,
                riskAge,
                recall,
                memory,
                MonitorAlarmRule.standard().silence(),
                Map.of("USC", CareSetting.STEP_DOWN));
    }

    /** Returns the kind of the unit of a bed. */
    CareSetting careSetting(String bed) {
        return careSettings.getOrDefault(bed.split("/", 2)[0], CareSetting.ICU);
    }

    public static StayWatchConfig defaults() {
        return new StayWatchConfig(
                Duration.ofMinutes(1), Duration.ofHours(3), Duration.ofMinutes(10), Duration.ofHours(6));
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("watch." + key + ": must be positive, was " + value);
        }
    }
}
