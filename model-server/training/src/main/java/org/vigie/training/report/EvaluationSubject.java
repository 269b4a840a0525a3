package org.vigie.training.report;

/**
 * Holds the model and the data of an evaluation.
 *
 * @param digest of the model, or of the predictions
 * @param notice that stands beside every score
 */
public record EvaluationSubject(
        String model, String version, String digest, String notice, String data, String outcomes) {}
