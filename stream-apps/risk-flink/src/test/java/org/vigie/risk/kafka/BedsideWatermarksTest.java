package org.vigie.risk.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.types.Either;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;
import org.vigie.risk.window.WindowConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Quarantined;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests the watermarks of readings and stays. */
class BedsideWatermarksTest {
    private static final long ADMITTED = WardStory.ADMITTED.toEpochMilli();

    private final BedStory bed = new WardStory().bed("REA/01", "stay-1");
    private final List<String> emitted = new ArrayList<>();

    @Test
    void eventTimeIsTheNewestKeptReadingLessTheBound() {
        // when
        process(
                BedsideWatermarks.ofReadings(WindowConfig.defaults()),
                Either.Right(bed.at("PT60S").kept("hr", 80).clean()),
                Either.Right(bed.at("PT90S").suspect("hr", 250).clean()),
                Either.Right(bed.at("PT30S").late("hr", 80).clean()),
                Either.Left(new Quarantined()));

        // then
        assertThat(emitted).containsExactly("watermark " + (ADMITTED + 55_000 - 1));
    }

    @Test
    void theOccupantOfABedNeverAdvancesTheWatermark() {
        // when
        process(
                BedsideWatermarks.<Either<Quarantined, CleanObservation>>none(),
                Either.Right(bed.at("PT0S").kept("hr", 80).clean()));

        // then
        assertThat(emitted).containsExactly("idle");
    }

    @SafeVarargs
    private void process(
            WatermarkStrategy<Either<Quarantined, CleanObservation>> strategy,
            Either<Quarantined, CleanObservation>... records) {
        var assigner =
                strategy.createTimestampAssigner(UnregisteredMetricGroups::createUnregisteredOperatorMetricGroup);
        var generator = strategy.createWatermarkGenerator(new FrozenTime());
        for (var record : records) {
            generator.onEvent(record, assigner.extractTimestamp(record, 0), new RecordingWatermarkOutput());
        }
        generator.onPeriodicEmit(new RecordingWatermarkOutput());
    }

    private final class RecordingWatermarkOutput implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark watermark) {
            emitted.add("watermark " + watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            emitted.add("idle");
        }

        @Override
        public void markActive() {
            emitted.add("active");
        }
    }

    private static final class FrozenTime implements WatermarkGeneratorSupplier.Context, RelativeClock {
        @Override
        public MetricGroup getMetricGroup() {
            return UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return this;
        }

        @Override
        public long relativeTimeMillis() {
            return 0;
        }

        @Override
        public long relativeTimeNanos() {
            return 0;
        }
    }
}
