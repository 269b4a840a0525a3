package org.vigie.station.display;

import java.util.List;

/**
 * Shows what a model's card says of its validity.
 *
 * @param digest of the model's files; a score names the same digest
 * @param population in words: {@code fr} and {@code en}; absent when the card has none
 * @param staysLearnt number of stays that the model learnt from
 * @param limits sentences of the card, in English
 */
public record ModelCardSnapshot(
        String model,
        String version,
        String digest,
        TrainingPopulation population,
        int staysLearnt,
        List<String> limits) {
    public ModelCardSnapshot {
        limits = List.copyOf(limits);
    }

    /** Names the population that a model learnt from, in two languages. */
    public record TrainingPopulation(String fr, String en) {}
}
