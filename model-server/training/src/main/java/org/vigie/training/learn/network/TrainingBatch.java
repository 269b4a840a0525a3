package org.vigie.training.learn.network;

import java.util.NavigableMap;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.NetworkInputs;

/** Holds a batch of stays with their labels, joined to one array for each input. */
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
        TrainingBatch batch = empty(stays.length);
        for (int i = 0; i < stays.length; i++) {
            EncodedWindows windows = rows.get(hours[i]);
            copy(windows.steps()[stays[i]], batch.steps, i);
            copy(windows.summaries()[stays[i]], batch.summaries, i);
            batch.died[i] = label(labels, stays[i], hours[i], taught);
            batch.setCourse(i, labels, stays[i]);
        }
        return batch;
    }

    private static TrainingBatch empty(int size) {
        return new TrainingBatch(
                size,
                new float[size * NetworkInputs.STEPS * NetworkInputs.PER_STEP],
                new float[size * NetworkInputs.SUMMARY],
                new float[size],
                new float[size * OutputHeads.DAYS],
                new float[size * OutputHeads.DAYS],
                new float[size],
                new float[size]);
    }

    /** Sets the labels of the survival curve and of the length of stay. */
    private void setCourse(int place, TrainingLabels labels, int from) {
        labels.atRisk(from, atRisk, place * OutputHeads.DAYS);
        labels.deaths(from, deaths, place * OutputHeads.DAYS);
        stayKnown[place] = labels.stayDays()[from] >= 0 ? 1 : 0;
        stay[place] = (float) Math.log1p(Math.max(0, labels.stayDays()[from]));
    }

    static float[] join(float[][] rows) {
        float[] joined = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            copy(rows[i], joined, i);
        }
        return joined;
    }

    private static float label(TrainingLabels labels, int stay, int hours, double taught) {
        float died = labels.died()[stay];
        if (taught == 0 || labels.teacher().isEmpty()) {
            return died;
        }
        double predicted = 1 / (1 + Math.exp(-labels.teacher().get(hours)[stay]));
        return (float) ((1 - taught) * died + taught * predicted);
    }

    private static void copy(float[] row, float[] joined, int place) {
        System.arraycopy(row, 0, joined, place * row.length, row.length);
    }
}
