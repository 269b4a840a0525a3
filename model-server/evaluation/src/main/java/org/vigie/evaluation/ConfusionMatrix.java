package org.vigie.evaluation;

/**
 * Counts how often each actual class received each predicted class. Classes are numbered from 0.
 *
 * @param counts [actual class][predicted class]
 */
public record ConfusionMatrix(int[][] counts) {
    public static ConfusionMatrix of(int classes, int[] actual, int[] predicted) {
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** Returns the share of the cases whose predicted class is the actual one. */
    public double accuracy() {
        return shareOffBy(0, 0);
    }

    /**
     * Returns the share of the cases whose predicted class is off by a number of steps.
     *
     * @param fewest steps from the actual to the predicted class; negative towards class 0
     * @param most not below {@code fewest}
     */
    public double shareOffBy(int fewest, int most) {
        int counted = 0;
        for (int actual = 0; actual < counts.length; actual++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                boolean in = predicted - actual >= fewest && predicted - actual <= most;
                counted += in ? counts[actual][predicted] : 0;
            }
        }
        return counted / all();
    }

    /**
     * Returns Cohen's kappa with quadratic weights, for ordered classes: 1 is agreement, 0 is chance.
     *
     * <p>Source: Cohen J. Weighted kappa. Psychol Bull 1968;70:213-220.
     */
    public double quadraticKappa() {
        double seen = 0;
        double byChance = 0;
        for (int actual = 0; actual < counts.length; actual++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                double weight = (actual - predicted) * (actual - predicted);
                seen += weight * counts[actual][predicted];
                byChance += weight * row(actual) * column(predicted) / all();
            }
        }
        return byChance == 0 ? 1 : 1 - seen / byChance;
    }

    private double row(int actual) {
        int sum = 0;
        for (int count : counts[actual]) {
            sum += count;
        }
        return sum;
    }

    private double column(int predicted) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[predicted];
        }
        return sum;
    }

    private double all() {
        double sum = 0;
        for (int actual = 0; actual < counts.length; actual++) {
            sum += row(actual);
        }
        return sum;
    }
}
