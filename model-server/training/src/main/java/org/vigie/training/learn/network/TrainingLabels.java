package org.vigie.training.learn.network;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Holds the labels of stays, one number each.
 *
 * @param died 1 for a death in hospital
 * @param deathDay days from admission to death, in hospital or later; -1 when none is known
 * @param stayDays days in hospital; -1 when not known
 * @param teacher log odds of another model that did not learn from the stay, by hours seen; empty without a teacher
 */
public record TrainingLabels(float[] died, float[] deathDay, float[] stayDays, NavigableMap<Integer, float[]> teacher) {
    public TrainingLabels only(int... places) {
        NavigableMap<Integer, float[]> picked = new TreeMap<>();
        teacher.forEach((hours, logits) -> picked.put(hours, pick(logits, places)));
        return new TrainingLabels(pick(died, places), pick(deathDay, places), pick(stayDays, places), picked);
    }

    public TrainingLabels withTeacher(NavigableMap<Integer, float[]> logits) {
        return new TrainingLabels(died, deathDay, stayDays, logits);
    }

    /** Writes 1 for each day that the stay is known to have reached alive. */
    void atRisk(int stay, float[] days, int at) {
        for (int day = 0; day < OutputHeads.DAYS; day++) {
            days[at + day] = deathDay[stay] < 0 || day < Math.max(1, deathDay[stay]) ? 1 : 0;
        }
    }

    /** Writes 1 for the day of death. */
    void deaths(int stay, float[] days, int at) {
        int day = (int) Math.max(1, deathDay[stay]) - 1;
        if (deathDay[stay] >= 0 && day < OutputHeads.DAYS) {
            days[at + day] = 1;
        }
    }

    private static float[] pick(float[] all, int... places) {
        float[] some = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            some[i] = all[places[i]];
        }
        return some;
    }
}
