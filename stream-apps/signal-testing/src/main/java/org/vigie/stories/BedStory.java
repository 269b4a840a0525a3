package org.vigie.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * What the monitor at one bed says. Values are told variable by variable, separated by blanks, and become messages by {@link #every};
 * {@code -} is a second without that value, any other word is sent as text in place of a number.
 */
public final class BedStory {
    private static final String NOTHING = "-";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";
    private static final Duration ADMITTED_BEFORE = Duration.ofHours(1);

    private final String name;
    private final Map<String, String[]> told = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private Instant now = WardStory.START;

    BedStory(String name) {
        this.name = name;
    }

    public BedStory heartRate(String values) {
        return value(VariableNames.HR, values);
    }

    public BedStory saturation(String values) {
        return value(VariableNames.SPO2, values);
    }

    public BedStory respiration(String values) {
        return value(VariableNames.RR, values);
    }

    public BedStory meanPressure(String values) {
        return value(VariableNames.ABP_MEAN, values);
    }

    /** Values of any variable, in the catalogue's unit. */
    public BedStory value(String variable, String values) {
        told.put(variable, values.split(" "));
        return this;
    }

    /** Says what was told since the last call, one message each step. */
    public BedStory every(int amount, ChronoUnit unit) {
        int messages =
                told.values().stream().mapToInt(values -> values.length).max().orElse(0);
        for (int step = 0; step < messages; step++) {
            observations.add(message(step));
            now = now.plus(Duration.of(amount, unit));
        }
        told.clear();
        return this;
    }

    /** Nothing is said for a while. */
    public BedStory silent(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** The newest message comes once more. */
    public BedStory again() {
        Observation newest = observations.get(observations.size() - 1);
        observations.add(Observation.newBuilder(newest).setReceivedTime(now).build());
        return this;
    }

    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    public BedStays stays() {
        Instant admitted = WardStory.START.minus(ADMITTED_BEFORE);
        Stay stay = Stay.newBuilder()
                .setStay("stay-" + name)
                .setPatient("patient-" + name)
                .setBed(bed())
                .setFrom(admitted)
                .setAdmittedAt(admitted)
                .build();
        return new BedStays(bed(), List.of(stay));
    }

    private String bed() {
        return "REA/" + name;
    }

    private Observation message(int step) {
        return Observation.newBuilder()
                .setSource("story")
                .setDevice("monitor-" + name)
                .setBed(bed())
                .setMessageId(name + "-" + observations.size())
                .setSequence(observations.size())
                .setDeviceTime(now)
                .setReceivedTime(now)
                .setReadings(readings(step))
                .build();
    }

    private List<ReadingRecord> readings(int step) {
        List<ReadingRecord> readings = new ArrayList<>();
        told.forEach((variable, values) -> {
            if (step < values.length && !values[step].equals(NOTHING)) {
                readings.add(reading(variable, values[step]));
            }
        });
        return readings;
    }

    private ReadingRecord reading(String variable, String word) {
        boolean number = word.matches(NUMBER);
        return ReadingRecord.newBuilder()
                .setVariable(variable)
                .setValue(number ? Double.valueOf(word) : null)
                .setText(number ? null : word)
                .setUnit(VariableCatalogue.standard().get(variable).unit())
                .setStatus(MeasurementStatusRecord.VALID)
                .setMeasuredAt(now)
                .build();
    }
}
