package org.vigie.training.learn.network;

/**
 * Configures the layers and the training of one network.
 *
 * @param hidden width of the layers that read the steps
 * @param mixed width of the layer that mixes their state with the summary
 * @param stepsDropped share of the inputs of all steps that dropout removes
 * @param headDropped share of the inputs of the heads that dropout removes
 * @param whole share of the stays of an epoch that are seen whole; the others are cut at a random hour
 * @param taught share of the label that comes from the teacher
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

    /** Changes the number of epochs. */
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
