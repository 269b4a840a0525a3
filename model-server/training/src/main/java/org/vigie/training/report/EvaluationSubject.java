package org.vigie.training.report;

/**
 * What was judged on what.
 *
 * @param digest of the model, or what stands for it
 * @param notice beside every score
 */
public record EvaluationSubject(
        String model, String version, String digest, String notice, String data, String outcomes) {}
