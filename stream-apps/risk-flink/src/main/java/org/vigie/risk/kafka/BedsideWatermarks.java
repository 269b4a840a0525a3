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

/** Which time it is at the bedside, as the records tell it. */
public final class BedsideWatermarks {
    private BedsideWatermarks() {}

    /** The newest kept reading's time; partitions that fall silent do not hold the others back. */
    public static WatermarkStrategy<Either<Quarantined, CleanObservation>> ofReadings(WindowConfig settings) {
        return WatermarkStrategy.<Either<Quarantined, CleanObservation>>forBoundedOutOfOrderness(
                        settings.outOfOrderness())
                .withTimestampAssigner((read, append) -> newestKept(read))
                .withIdleness(settings.idleAfter());
    }

    /** Who is on which bed says nothing about the time. */
    public static <T> WatermarkStrategy<T> none() {
        return WatermarkStrategy.forGenerator(context -> new AlwaysIdleGenerator<>());
    }

    private static long newestKept(Either<Quarantined, CleanObservation> read) {
        return read.isLeft()
                ? Long.MIN_VALUE
                : read.right().getReadings().stream()
                        .filter(reading -> reading.getVerdict() == CleaningOutcomeRecord.KEPT)
                        .mapToLong(reading -> reading.getMeasuredAt().toEpochMilli())
                        .max()
                        .orElse(Long.MIN_VALUE);
    }

    /** Idle for ever: event time is the other input's. A {@link Watermark} at the end of time would be taken for the ward's own. */
    private static final class AlwaysIdleGenerator<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
