package org.vigie.training.learn.adversarial;

/**
 * Configures the training of a generator against a critic.
 *
 * @param noise random numbers for a stay
 * @param hourNoise random numbers for each hour
 * @param width of the layers, for each quarter of the hours
 * @param batch stays in a step
 * @param criticSteps steps of the critic before one of the generator
 * @param rate learning rate of both at the start
 * @param penalty weight of the gradient penalty
 */
public record AdversarialConfig(
        int noise, int hourNoise, int width, int batch, int criticSteps, double rate, double penalty, long seed) {
    public AdversarialConfig {
        positive("noise", noise);
        positive("hourNoise", hourNoise);
        positive("width", width);
        positive("batch", batch);
        positive("criticSteps", criticSteps);
        if (!(rate > 0) || !(penalty >= 0)) {
            throw new IllegalArgumentException("rate, penalty: must be positive, were " + rate + " and " + penalty);
        }
    }

    private static void positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + ": must be at least 1, was " + number);
        }
    }

    /** Returns the settings of {@code ./vigie synthesize}, chosen for half an hour on one processor. */
    public static AdversarialConfig defaults(long seed) {
        return new AdversarialConfig(32, 16, 96, 64, 3, 5e-4, 10, seed);
    }
}
