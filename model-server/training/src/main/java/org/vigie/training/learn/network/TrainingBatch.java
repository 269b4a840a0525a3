package org.vigie.training.learn.network;

import java.util.NavigableMap;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.NetworkInputs;

/** A batch of stays with their labels, joined to one array for each input. */
record TrainingBatch(
        int size,
        float[] steps,
        float[] summaries,
        float[] died,
        float[] atRisk,
        float[] deaths,
        float[] stay,
        float[] stayKnown) {

    /**
     * Joins stays to a batch.
     *
     * @param stays places
     * @param hours seen of each of them
     * @param taught share of the label that comes from the teacher
     */
    static TrainingBatch of(
            NavigableMap<Integer, EncodedWindows> rows,
            TrainingLabels labels,
            int[] stays,
            int[] hours,
            double taught) {
        int size = stays.length;
        float[][] steps = new float[size][];
        float[][] summaries = new float[size][];
        TrainingBatch batch = new TrainingBatch(
                size,
                new float[size * NetworkInputs.STEPS * NetworkInputs.PER_STEP],
                new float[size * NetworkInputs.SUMMARY],
                new float[size],
                new float[size * OutputHeads.DAYS],
                new float[size * OutputHeads.DAYS],
                new float[size],
                new float[size]);
        for (int i = 0; i < size; i++) {
            int stay = stays[i];
            steps[i] = rows.get(hours[i]).steps()[stay];
            summaries[i] = rows.get(hours[i]).summaries()[stay];
            batch.died[i] = label(labels, stay, hours[i], taught);
            labels.atRisk(stay, batch.atRisk, i * OutputHeads.DAYS);
            labels.deaths(stay, batch.deaths, i * OutputHeads.DAYS);
            batch.stayKnown[i] = labels.stayDays()[stay] >= 0 ? 1 : 0;
            batch.stay[i] = (float) Math.log1p(Math.max(0, labels.stayDays()[stay]));
        }
        copy(steps, batch.steps);
        copy(summaries, batch.summaries);
        return batch;
    }

    static float[] join(float[][] rows) {
        float[] joined = new float[rows.length * rows[0].length];
        copy(rows, joined);
        return joined;
    }

    private static float label(TrainingLabels labels, int stay, int hours, double taught) {
        float died = labels.died()[stay];
        if (taught == 0 || labels.teacher().isEmpty()) {
            return died;
        }
        double said = 1 / (1 + Math.exp(-labels.teacher().get(hours)[stay]));
        return (float) ((1 - taught) * died + taught * said);
    }

    private static void copy(float[][] rows, float[] joined) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, joined, i * rows[i].length, rows[i].length);
        }
    }
}
