package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.WardStory;

/** Tells raw records of one bed to the topology, and reads what it writes. */
abstract class VitalsTopologyStory {
    static final String CO2 = "MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1";
    static final String IMPEDANCE = "MDC_DEV_ECG_RESP_VMD 1.6.1.1";

    final WardStory ward = new WardStory();

    final VitalsTopologyDriver vitals =
            new VitalsTopologyDriver(new CleaningMemoryConfig(Duration.ofMinutes(1), 1_000));

    @AfterEach
    void close() {
        vitals.close();
    }

    static ReadingRecord rr(String channel, Double value, MeasurementStatusRecord status) {
        return new ReadingRecord("rr", value, null, "/min", status, WardStory.START, channel);
    }

    static Observation monitor(String id, ReadingRecord reading, Instant received) {
        return Observation.newBuilder(told(reading))
                .setSource("story")
                .setDevice("monitor-A3")
                .setMessageId(id)
                .setDeviceTime(reading.getMeasuredAt())
                .setReceivedTime(received)
                .build();
    }

    static Observation lab(String id, Double value, MeasurementStatusRecord status, Instant received) {
        return Observation.newBuilder(told(reading("potassium", value, null, "mmol/L", status, WardStory.START)))
                .setDevice("laboratory")
                .setMessageId(id)
                .setReceivedTime(received)
                .build();
    }

    void tell(ReadingRecord... readings) {
        ward.bed("A3");
        vitals.tell(ward);
        vitals.tell(told(readings));
    }

    static Observation told(ReadingRecord... readings) {
        return Observation.newBuilder()
                .setSource("test")
                .setDevice("monitor")
                .setBed("REA/A3")
                .setMessageId("1")
                .setSequence(0)
                .setDeviceTime(WardStory.START)
                .setReceivedTime(WardStory.START)
                .setReadings(List.of(readings))
                .build();
    }

    static ReadingRecord reading(
            String variable,
            Double value,
            String text,
            String unit,
            MeasurementStatusRecord status,
            Instant measuredAt) {
        return new ReadingRecord(variable, value, text, unit, status, measuredAt, "");
    }

    static Stay stay(String name, Instant from, Instant until) {
        return Stay.newBuilder()
                .setStay(name)
                .setPatient("patient-" + name)
                .setBed("REA/A3")
                .setFrom(from)
                .setUntil(until)
                .setAdmittedAt(from)
                .build();
    }

    static Origin origin(long offset, int index) {
        return new Origin("vigie.test.observations.raw", 0, offset, index);
    }

    static List<JudgedReading> judged(List<CleanObservation> clean) {
        return clean.stream()
                .flatMap(observation -> observation.getReadings().stream())
                .toList();
    }
}
