package org.vigie.risk.kafka;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.types.Either;
import org.vigie.risk.window.WindowConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.bed.BedName;

/** Computes the watermarks of the job from its records. */
public final class BedsideWatermarks {
    private BedsideWatermarks() {}

    /** Follows the time of the newest kept reading of a patient. Idle partitions and canaries do not count. */
    public static WatermarkStrategy<Either<Quarantined, CleanObservation>> ofReadings(WindowConfig settings) {
        return WatermarkStrategy.<Either<Quarantined, CleanObservation>>forBoundedOutOfOrderness(
                        settings.outOfOrderness())
                .withTimestampAssigner((read, append) -> newestKept(read))
                .withIdleness(settings.idleAfter());
    }

    /** Gives no watermarks, because stays carry no event time. */
    public static <T> WatermarkStrategy<T> none() {
        return WatermarkStrategy.forGenerator(context -> new AlwaysIdleGenerator<>());
    }

    private static long newestKept(Either<Quarantined, CleanObservation> read) {
        return read.isLeft() || BedName.isCanary(read.right().getBed())
                ? Long.MIN_VALUE
                : read.right().getReadings().stream()
                        .filter(reading -> reading.getVerdict() == CleaningOutcomeRecord.KEPT)
                        .mapToLong(reading -> reading.getMeasuredAt().toEpochMilli())
                        .max()
                        .orElse(Long.MIN_VALUE);
    }

    /**
     * Stays idle for ever, so that only the other input has event time. A final {@link Watermark} would end the event time of the whole
     * job.
     */
    private static final class AlwaysIdleGenerator<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
