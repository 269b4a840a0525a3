package org.vigie.testing.story;

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
 * Builds the messages of the monitor at one bed for a test.
 *
 * <p>Values are given variable by variable, separated by blanks. {@link #every} turns them into messages. {@code -} is a step without that
 * value; any other word that is no number is sent as text.
 */
public final class BedStory {
    private static final String NOTHING = "-";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";
    private static final Duration ADMITTED_BEFORE = Duration.ofHours(1);

    private final String name;
    private final Map<String, String[]> valuesByVariable = new LinkedHashMap<>();
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

    /** Sets the values of a variable, in the catalogue's unit. */
    public BedStory value(String variable, String values) {
        valuesByVariable.put(variable, values.split(" "));
        return this;
    }

    /** Adds one message per step with the values that were set since the last call. */
    public BedStory every(int amount, ChronoUnit unit) {
        int messages = valuesByVariable.values().stream()
                .mapToInt(values -> values.length)
                .max()
                .orElse(0);
        for (int step = 0; step < messages; step++) {
            observations.add(message(step));
            now = now.plus(Duration.of(amount, unit));
        }
        valuesByVariable.clear();
        return this;
    }

    /** Advances the time without a message. */
    public BedStory silent(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Repeats the newest message with the present received time. */
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
        valuesByVariable.forEach((variable, values) -> {
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
