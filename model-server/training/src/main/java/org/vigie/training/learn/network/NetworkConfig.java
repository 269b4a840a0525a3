package org.vigie.training.learn.network;

/**
 * How one network is built and learns.
 *
 * @param hidden width of what reads the steps
 * @param mixed width of the layer that mixes what was read with the summary
 * @param stepsDropped share of the inputs of all steps left out in training
 * @param headDropped share of what the heads read left out
 * @param whole share of the stays of an epoch that are seen whole; the others are cut short at random
 * @param taught share of the label that is the teacher's word
 * @param survival weight of the survival curve's loss beside that of death in hospital
 * @param staying weight of the length of stay's loss
 */
public record NetworkConfig(
        NetworkArchitecture architecture,
        int hidden,
        int mixed,
        int epochs,
        double rate,
        double decay,
        double stepsDropped,
        double headDropped,
        double whole,
        double taught,
        double survival,
        double staying,
        long seed) {
    public NetworkConfig {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: must be at least 1, was " + epochs);
        }
    }

    /** The same, learning for so long. */
    public NetworkConfig with(int someEpochs) {
        return new NetworkConfig(
                architecture,
                hidden,
                mixed,
                someEpochs,
                rate,
                decay,
                stepsDropped,
                headDropped,
                whole,
                taught,
                survival,
                staying,
                seed);
    }
}
