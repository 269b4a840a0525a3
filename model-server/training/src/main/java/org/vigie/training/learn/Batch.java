package org.vigie.training.learn;

import java.util.NavigableMap;

/** Some stays with their ends, as a network learns from them: rows joined to one array each. */
record Batch(
        int size,
        float[] steps,
        float[] summaries,
        float[] died,
        float[] atRisk,
        float[] deaths,
        float[] stay,
        float[] stayKnown) {

    /**
     * @param stays places
     * @param hours seen of each of them
     * @param taught share of the label that is the teacher's word
     */
    static Batch of(NavigableMap<Integer, Rows> rows, Ends ends, int[] stays, int[] hours, double taught) {
        int size = stays.length;
        float[][] steps = new float[size][];
        float[][] summaries = new float[size][];
        Batch batch = new Batch(
                size,
                new float[size * Inputs.STEPS * Inputs.PER_STEP],
                new float[size * Inputs.SUMMARY],
                new float[size],
                new float[size * Heads.DAYS],
                new float[size * Heads.DAYS],
                new float[size],
                new float[size]);
        for (int i = 0; i < size; i++) {
            int stay = stays[i];
            steps[i] = rows.get(hours[i]).steps()[stay];
            summaries[i] = rows.get(hours[i]).summaries()[stay];
            batch.died[i] = label(ends, stay, hours[i], taught);
            ends.atRisk(stay, batch.atRisk, i * Heads.DAYS);
            ends.deaths(stay, batch.deaths, i * Heads.DAYS);
            batch.stayKnown[i] = ends.stayDays()[stay] >= 0 ? 1 : 0;
            batch.stay[i] = (float) Math.log1p(Math.max(0, ends.stayDays()[stay]));
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

    private static float label(Ends ends, int stay, int hours, double taught) {
        float died = ends.died()[stay];
        if (taught == 0 || ends.teacher().isEmpty()) {
            return died;
        }
        double said = 1 / (1 + Math.exp(-ends.teacher().get(hours)[stay]));
        return (float) ((1 - taught) * died + taught * said);
    }

    private static void copy(float[][] rows, float[] joined) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, joined, i * rows[i].length, rows[i].length);
        }
    }
}
