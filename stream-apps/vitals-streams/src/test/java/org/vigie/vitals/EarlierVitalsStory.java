package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.testing.story.WardStory;

/**
 * Builds the records of two beds with a monitor each and one laboratory: jumps, late, repeated, corrected and withdrawn values, two
 * sources of respiration and a wrong clock. The state after {@link #STORED} records of it was written by release 0.1.0.
 */
final class EarlierVitalsStory {
    static final int STORED = 240;
    static final StayAssignment STAY = new StayAssignment("stay", false);

    private static final int RECORDS = 320;
    private static final MeasurementStatusRecord[] CHANGES = {
        MeasurementStatusRecord.VALID, MeasurementStatusRecord.CORRECTED, MeasurementStatusRecord.RETRACTED
    };

    private final Random random = new Random(7);
    private final List<RawObservation> records = new ArrayList<>();

    static List<RawObservation> records() {
        var story = new EarlierVitalsStory();
        for (int offset = 0; offset < RECORDS; offset++) {
            story.add(offset);
        }
        return story.records;
    }

    private void add(int offset) {
        Instant now = WardStory.START.plusSeconds(offset);
        boolean repeated = offset > 5 && random.nextInt(12) == 0;
        Observation said = repeated
                ? records.get(offset - 1 - random.nextInt(5)).observation()
                : offset % 6 == 0 ? laboratory(offset, now) : monitor(offset, now);
        records.add(new RawObservation(said, new Origin("raw", 0, (long) offset, -1), now));
    }

    private Observation laboratory(int offset, Instant now) {
        Instant drawn = now.minusSeconds(60L * (offset % 24));
        var potassium = reading("potassium", 4 + random.nextInt(3) / 10.0, "mmol/L", drawn, "");
        var urine = reading("urine", 40 + random.nextInt(3), "mL", drawn, "");
        return observation("laboratory", offset, now, List.of(potassium, urine));
    }

    private Observation monitor(int offset, Instant now) {
        Instant stamp = offset % 2 == 0 ? now : now.minusSeconds(120);
        Instant at = stamp.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(60) : 0);
        double heartRate = random.nextInt(5) == 0 ? 200 : 80 + random.nextInt(2);
        return observation(
                "monitor-" + offset % 2,
                offset,
                now,
                List.of(
                        reading("hr", heartRate, "/min", at, ""),
                        reading("spo2", 95 + random.nextInt(2), "%", at, ""),
                        reading("rr", 15 + random.nextInt(2), "/min", at, "MDC_DEV_ANALY_AWAY_VMD 1.20.1.1"),
                        reading("rr", 17 + random.nextInt(2), "/min", at, "MDC_DEV_ECG_VMD 1.6.1.1"),
                        reading("nibp_sys", 118 + random.nextInt(2), "mm[Hg]", at.minusSeconds(offset % 40), "")));
    }

    private ReadingRecord reading(String variable, double value, String unit, Instant at, String channel) {
        MeasurementStatusRecord status =
                random.nextInt(8) == 0 ? CHANGES[random.nextInt(CHANGES.length)] : MeasurementStatusRecord.VALID;
        return new ReadingRecord(variable, value, null, unit, status, at, channel);
    }

    private static Observation observation(String device, int offset, Instant now, List<ReadingRecord> readings) {
        return Observation.newBuilder()
                .setSource("test")
                .setDevice(device)
                .setBed("REA/" + offset % 2)
                .setMessageId(Integer.toString(offset))
                .setSequence(offset)
                .setDeviceTime(now)
                .setReceivedTime(now)
                .setReadings(readings)
                .build();
    }
}
