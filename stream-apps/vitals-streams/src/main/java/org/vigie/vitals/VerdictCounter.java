package org.vigie.vitals;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.vigie.signal.clean.CleaningReason;

/**
 * Counts readings by verdict and reason in the metrics {@code <reason>-total} and {@code <reason>-rate} of the group {@code
 * stream-clean-metrics}, tagged with the verdict.
 *
 * <p>A record that is processed again after a crash is counted again.
 */
final class VerdictCounter {
    /** Kafka's group of these metrics. */
    static final String GROUP = "stream-clean-metrics";
    /** The tag that holds the verdict. */
    static final String VERDICT = "verdict";

    private final Map<CleaningReason, Sensor> sensors = new EnumMap<>(CleaningReason.class);

    VerdictCounter(ProcessorContext<?, ?> context) {
        for (CleaningReason reason : CleaningReason.values()) {
            sensors.put(reason, sensor(context, reason));
        }
    }

    void count(JudgedObservation judged) {
        judged.verdicts().forEach(verdict -> sensors.get(verdict.reason()).record());
    }

    private static Sensor sensor(ProcessorContext<?, ?> context, CleaningReason reason) {
        return context.metrics()
                .addRateTotalSensor(
                        "clean",
                        context.taskId().toString(),
                        word(reason),
                        RecordingLevel.INFO,
                        VERDICT,
                        word(reason.outcome()));
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
