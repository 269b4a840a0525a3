package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.variable.VariableNames;

/** Generates the observations of one stay: mostly regular ones of a calm patient, with excursions, gaps, late and withdrawn readings. */
final class RandomStayObservations {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int PER_MILLE = 1_000;

    private final Random random;
    private final Map<String, Double> usual = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private Instant at = START;
    private long offset;

    RandomStayObservations(long seed) {
        random = new Random(seed);
        put(VariableNames.HR, 84, 20);
        put(VariableNames.SPO2, 96, 3);
        put(VariableNames.RR, 18, 5);
        put(VariableNames.ABP_SYS, 112, 15);
        put(VariableNames.ABP_MEAN, 78, 12);
        put(VariableNames.PULSE_SPO2, 84, 20);
        put(VariableNames.TEMP, 37.2, 1);
        put(VariableNames.PERFUSION_INDEX, 3, 1);
    }

    private void put(String variable, double mean, double spread) {
        usual.put(variable, mean + random.nextGaussian() * spread / 3);
        values.putAll(usual);
    }

    private double moved(String variable, double value) {
        double toUsual = (usual.getOrDefault(variable, value) - value) / 20;
        return value + toUsual + random.nextGaussian() * (happens(1) ? 12 : 0.1);
    }

    private boolean happens(int perMille) {
        return random.nextInt(PER_MILLE) < perMille;
    }

    /** Returns the next observation. */
    CleanObservation next() {
        at = at.plusMillis(happens(10) ? 1_000L * random.nextInt(90) : 1_000 + (happens(100) ? random.nextInt(3) : 0));
        List<JudgedReading> readings = new ArrayList<>();
        values.replaceAll(this::moved);
        values.forEach((variable, value) -> {
            if (!happens(6)) {
                readings.add(reading(readings.size(), variable, value));
            }
        });
        addCharted(readings);
        Instant received = happens(15) ? at.plusMillis(random.nextInt(70_000)) : at.plusMillis(200);
        return observation(readings, happens(10) ? "monitor-2" : "monitor-1", received);
    }

    private void addCharted(List<JudgedReading> readings) {
        addSometimes(readings, 8, VariableNames.NIBP_MEAN, 60 + random.nextInt(40));
        addSometimes(readings, 8, VariableNames.NIBP_SYS, 90 + random.nextInt(60));
        addSometimes(readings, 4, VariableNames.GCS_TOTAL, 13 + random.nextInt(3));
        addSometimes(readings, 4, VariableNames.FIO2, 21 + 10 * random.nextInt(3));
        addSometimes(readings, 1, VariableNames.MECH_VENT, random.nextInt(2));
    }

    private void addSometimes(List<JudgedReading> readings, int perMille, String variable, double value) {
        if (happens(perMille)) {
            readings.add(reading(readings.size(), variable, value));
        }
    }

    private JudgedReading reading(int index, String variable, double value) {
        Instant measured = happens(2) ? at.minusSeconds(random.nextInt(100)) : at;
        boolean suspect = happens(2);
        boolean late = happens(2);
        return JudgedReading.newBuilder()
                .setIndex(index)
                .setVariable(variable)
                .setValue(value)
                .setMeasuredAt(measured)
                .setVerdict(suspect ? CleaningOutcomeRecord.SUSPECT : CleaningOutcomeRecord.KEPT)
                .setReason(late ? CleaningReasonRecord.OUT_OF_ORDER : CleaningReasonRecord.NONE)
                .setWithdraws(happens(1) ? List.of(value, values.getOrDefault(variable, value)) : List.of())
                .setChannel("")
                .setFollowed(!happens(2))
                .setAsOf(happens(2) ? measured.minusSeconds(1) : null)
                .build();
    }

    private CleanObservation observation(List<JudgedReading> readings, String device, Instant received) {
        return CleanObservation.newBuilder()
                .setStay("stay")
                .setProvisional(false)
                .setBed(happens(2) ? "USC/2" : "U/1")
                .setSource("test")
                .setDevice(device)
                .setMessageId("m" + offset)
                .setDeviceTime(at)
                .setReceivedTime(received)
                .setPublishedAt(received)
                .setOrigin(new Origin("observations.raw", 0, offset++, -1))
                .setReadings(readings)
                .build();
    }
}
