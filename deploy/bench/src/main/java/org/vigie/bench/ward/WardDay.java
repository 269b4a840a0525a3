package org.vigie.bench.ward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.simulator.patient.Seed;
import org.vigie.simulator.recording.Recordings;
import org.vigie.simulator.ward.Plan;
import org.vigie.simulator.ward.Ward;

/**
 * One unit's story: each patient's day is cut into slots of three hours; half of them hold a short deterioration, a fifth a slow one that
 * ends in shock or failing breath. One patient moves to another bed between two slots.
 */
record WardDay(long seed, int unit, int beds, Duration length) {
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
            "diastolic-hypotension",
            "tachypnoea",
            "bradypnoea",
            "fever",
            "hypothermia",
            "shock",
            "sepsis");
    private static final List<String> SLOW_SCRIPTS = List.of("slow-sepsis", "haemorrhage", "respiratory-failure");

    /** The unit's beds; a free one in addition. */
    Ward ward() {
        try {
            Path story = Files.createTempFile("vigie-ward-day", ".csv");
            try {
                Files.writeString(story, story());
                return Ward.of(plan(story.toString()), Recordings.none());
            } finally {
                Files.delete(story);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the unit's story cannot be written", e);
        }
    }

    private Plan plan(String story) {
        return new Plan(unitSeed().value(), "U" + unit, beds, 1, LIVE, PAST, story, true, 1);
    }

    Seed unitSeed() {
        return new Seed(seed).of("unit").of(unit);
    }

    private String story() {
        var lines = new StringBuilder("patient,at_s,every_s,script\n");
        for (int patient = 1; patient <= beds; patient++) {
            for (int slot = 0; slot < length.toSeconds() / SLOT.toSeconds(); slot++) {
                Seed dice = unitSeed().of("story").of(patient).of(slot);
                double drawn = dice.of("kind").uniform();
                if (drawn < SHORT) {
                    line(lines, patient, slot, 300 + dice.of("at").below(7_200), one(SHORT_SCRIPTS, dice));
                } else if (drawn < SHORT + SLOW) {
                    line(lines, patient, slot, 300 + dice.of("at").below(600), one(SLOW_SCRIPTS, dice));
                }
            }
        }
        line(lines, 1, 1, 10, "transfer");
        return lines.toString();
    }

    private static void line(StringBuilder lines, int patient, int slot, int at, String script) {
        lines.append("%d,%d,,%s%n".formatted(patient, slot * SLOT.toSeconds() + at, script));
    }

    private static String one(List<String> scripts, Seed dice) {
        return scripts.get(dice.of("script").below(scripts.size()));
    }
}
