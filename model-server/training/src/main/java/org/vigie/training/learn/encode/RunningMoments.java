package org.vigie.training.learn.encode;

import java.util.stream.IntStream;

/** Computes mean, standard deviation and skewness of numbers one by one. With fewer than two numbers the mean is 0 and the deviation 1. */
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

    /** Returns 1 for a constant, which needs no scaling (mechanical ventilation is always 1). */
    private double deviation() {
        double variance = count < 2 ? 1 : squares / count - mean() * mean();
        return variance < 1e-9 ? 1 : Math.sqrt(variance);
    }
}
