package org.vigie.training.synthetic;

/** Receives the progress of a synthesis: first of a training, then of the stays. */
@FunctionalInterface
public interface SynthesisListener {
    /** Is called after each stay with the number of stays so far. */
    void made(int stays);

    /**
     * Is called after each step of the training of a network.
     *
     * @param share of the budget that is spent, 1 at the end
     * @param distance that the critic sees between recorded and generated stays
     */
    default void trained(int step, double share, double distance) {}
}
