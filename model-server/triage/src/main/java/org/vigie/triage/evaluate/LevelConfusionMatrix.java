package org.vigie.triage.evaluate;

/**
 * How often a visit of one level was given another.
 *
 * @param visits [experts' level - 1][given level - 1]
 */
public record LevelConfusionMatrix(int[][] visits) {
    private static final int LEVELS = 5;

    public static LevelConfusionMatrix of(int[] experts, int[] given) {
        int[][] visits = new int[LEVELS][LEVELS];
        for (int i = 0; i < experts.length; i++) {
            visits[experts[i] - 1][given[i] - 1]++;
        }
        return new LevelConfusionMatrix(visits);
    }

    /** Share that was given the experts' level. */
    public double accuracy() {
        return share(0, 0);
    }

    /** Share that was given a level calmer by two or more. */
    public double underTriage() {
        return share(2, LEVELS);
    }

    /** Share that was given a level more urgent by two or more. */
    public double overTriage() {
        return share(-LEVELS, -2);
    }

    /**
     * Cohen's kappa with quadratic weights: 1 is agreement, 0 is chance.
     *
     * <p>Source: Cohen J. Weighted kappa. Psychol Bull 1968;70:213-220.
     */
    public double quadraticKappa() {
        double seen = 0;
        double byChance = 0;
        for (int expert = 0; expert < LEVELS; expert++) {
            for (int given = 0; given < LEVELS; given++) {
                double weight = (expert - given) * (expert - given);
                seen += weight * visits[expert][given];
                byChance += weight * row(expert) * column(given) / all();
            }
        }
        return byChance == 0 ? 1 : 1 - seen / byChance;
    }

    private double share(int fewestSteps, int mostSteps) {
        int counted = 0;
        for (int expert = 0; expert < LEVELS; expert++) {
            for (int given = 0; given < LEVELS; given++) {
                boolean in = given - expert >= fewestSteps && given - expert <= mostSteps;
                counted += in ? visits[expert][given] : 0;
            }
        }
        return counted / all();
    }

    private double row(int expert) {
        int sum = 0;
        for (int count : visits[expert]) {
            sum += count;
        }
        return sum;
    }

    private double column(int given) {
        int sum = 0;
        for (int[] row : visits) {
            sum += row[given];
        }
        return sum;
    }

    private double all() {
        double sum = 0;
        for (int expert = 0; expert < LEVELS; expert++) {
            sum += row(expert);
        }
        return sum;
    }
}
