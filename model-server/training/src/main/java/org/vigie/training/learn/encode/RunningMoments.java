package org.vigie.training.learn.encode;

import java.util.stream.IntStream;

/** Mean, spread and skewness of numbers seen one by one. Of fewer than two numbers: mean 0, deviation 1. */
final class RunningMoments {
    private long count;
    private double sum;
    private double squares;
    private double cubes;

    static RunningMoments[] array(int length) {
        return IntStream.range(0, length).mapToObj(i -> new RunningMoments()).toArray(RunningMoments[]::new);
    }

    static float[] means(RunningMoments[] moments) {
        float[] means = new float[moments.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) moments[i].mean();
        }
        return means;
    }

    static float[] deviations(RunningMoments[] moments) {
        float[] deviations = new float[moments.length];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = (float) moments[i].deviation();
        }
        return deviations;
    }

    void add(double value) {
        count++;
        sum += value;
        squares += value * value;
        cubes += value * value * value;
    }

    double skewness() {
        double mean = mean();
        double deviation = deviation();
        return count < 2
                ? 0
                : (cubes / count - 3 * mean * squares / count + 2 * mean * mean * mean) / Math.pow(deviation, 3);
    }

    private double mean() {
        return count < 2 ? 0 : sum / count;
    }

    /** 1 for a constant: nothing is to be scaled then (mechanical ventilation is only ever 1). */
    private double deviation() {
        double variance = count < 2 ? 1 : squares / count - mean() * mean();
        return variance < 1e-9 ? 1 : Math.sqrt(variance);
    }
}
