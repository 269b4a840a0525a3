package org.vigie.bench.ward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.simulator.ward.SimulatedWard;
import org.vigie.simulator.ward.SimulationPlan;

/**
 * Plans the day of one unit in slots of three hours. Half of the slots hold a short deterioration; a fifth hold a slow one that ends in
 * shock or respiratory failure. A fall of the diastolic pressure alone is no event, because no unit is called for it. One patient moves to another bed between two slots.
 */
record UnitScenario(long seed, int unit, int beds, Duration length, PatientVariability variability) {
    static final Instant LIVE = Instant.parse("2026-03-01T08:00:00Z");
    static final Duration PAST = Duration.ofHours(1);

    private static final Duration SLOT = Duration.ofHours(3);
    private static final double SHORT = 0.5;
    private static final double SLOW = 0.2;
    private static final List<String> SHORT_SCRIPTS = List.of(
            "desaturation",
            "deep-desaturation",
            "tachycardia",
            "extreme-tachycardia",
            "bradycardia",
            "extreme-bradycardia",
            "systolic-hypotension",
            "systolic-hypertension",
            "systolic-hypotension",
            "tachypnoea",
            "bradypnoea",
            "fever",
            "hypothermia",
            "shock",
            "sepsis");
    private static final List<String> SLOW_SCRIPTS = List.of("slow-sepsis", "haemorrhage", "respiratory-failure");

    /** The unit's beds; a free one in addition. */
    SimulatedWard ward() {
        try {
            Path story = Files.createTempFile("vigie-ward-day", ".csv");
            try {
                Files.writeString(story, story());
                return SimulatedWard.of(plan(story.toString()), RecordingLibrary.none());
            } finally {
                Files.delete(story);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the unit's story cannot be written", e);
        }
    }

    private SimulationPlan plan(String story) {
        return new SimulationPlan(unitSeed().value(), "U" + unit, beds, 1, LIVE, PAST, story, true, 1, variability);
    }

    RandomSeed unitSeed() {
        return new RandomSeed(seed).derive("unit").derive(unit);
    }

    private String story() {
        var lines = new StringBuilder("patient,at_s,every_s,script\n");
        for (int patient = 1; patient <= beds; patient++) {
            for (int slot = 0; slot < length.toSeconds() / SLOT.toSeconds(); slot++) {
                RandomSeed dice = unitSeed().derive("story").derive(patient).derive(slot);
                double drawn = dice.derive("kind").uniform();
                if (drawn < SHORT) {
                    line(lines, patient, slot, 300 + dice.derive("at").below(7_200), one(SHORT_SCRIPTS, dice));
                } else if (drawn < SHORT + SLOW) {
                    line(lines, patient, slot, 300 + dice.derive("at").below(600), one(SLOW_SCRIPTS, dice));
                }
            }
        }
        line(lines, 1, 1, 10, "transfer");
        return lines.toString();
    }

    private static void line(StringBuilder lines, int patient, int slot, int at, String script) {
        lines.append("%d,%d,,%s%n".formatted(patient, slot * SLOT.toSeconds() + at, script));
    }

    private static String one(List<String> scripts, RandomSeed dice) {
        return scripts.get(dice.derive("script").below(scripts.size()));
    }
}
