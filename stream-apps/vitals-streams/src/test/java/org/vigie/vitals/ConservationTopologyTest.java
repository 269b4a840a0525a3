package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.testing.story.WardStory;

/** Tests that each reading of any input comes out exactly once. */
class ConservationTopologyTest {
    private static final int MESSAGES = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachReadingEndsOnceInCleanOrRejected(long seed) {
        // when
        var random = new Random(seed);
        List<Observation> told = garbage(random);
        Map<Origin, Integer> ends = new HashMap<>();
        try (var vitals = new VitalsTopologyDriver(new CleaningMemoryConfig(Duration.ofSeconds(30), 100))) {
            vitals.tell(new BedStays("REA/1", List.of()));
            vitals.tell(new BedStays("REA/2", List.of()));

            told.forEach(vitals::tell);

            vitals.clean()
                    .forEach(clean -> clean.getReadings()
                            .forEach(
                                    reading -> ends.merge(at(clean.getOrigin(), reading.getIndex()), 1, Integer::sum)));
            vitals.rejected().forEach(rejected -> ends.merge(rejected.getOrigin(), 1, Integer::sum));
        }

        // then
        int readings = told.stream()
                .mapToInt(observation -> observation.getReadings().size())
                .sum();
        assertThat(ends)
                .hasSize(readings)
                .allSatisfy((origin, times) -> assertThat(times).isEqualTo(1));
    }

    private static Origin at(Origin record, int index) {
        return Origin.newBuilder(record).setIndex(index).build();
    }

    private static List<Observation> garbage(Random random) {
        List<Observation> told = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            told.add(
                    i > 10 && random.nextInt(10) == 0
                            ? told.get(i - 1 - random.nextInt(10))
                            : observation(random, WardStory.START.plusSeconds(i)));
        }
        return told;
    }

    private static Observation observation(Random random, Instant now) {
        List<ReadingRecord> readings = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            readings.add(reading(random, now));
        }
        return Observation.newBuilder()
                .setSource("garbage")
                .setDevice(pick(random, "a", "b", ""))
                .setBed(pick(random, "REA/1", "REA/2", "NOWHERE"))
                .setMessageId(pick(random, "", "1", "2", Long.toString(random.nextLong())))
                .setSequence(random.nextLong())
                .setDeviceTime(now.plusSeconds(random.nextInt(5)))
                .setReceivedTime(now)
                .setReadings(readings)
                .build();
    }

    private static ReadingRecord reading(Random random, Instant now) {
        return ReadingRecord.newBuilder()
                .setVariable(pick(random, "hr", "spo2", "abp_mean", "potassium", "nibp_sys", "?", ""))
                .setValue(pick(random, null, Double.NaN, -999.0, 0.0, 1e308, 77.0, random.nextDouble() * 150))
                .setText(pick(random, null, "", "é\u0000"))
                .setUnit(pick(random, "/min", "%", "mm[Hg]", "mmol/L", ""))
                .setStatus(pick(random, MeasurementStatusRecord.values()))
                .setMeasuredAt(now.plusSeconds(random.nextInt(800) - 400))
                .build();
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choice) {
        return choice[random.nextInt(choice.length)];
    }
}
