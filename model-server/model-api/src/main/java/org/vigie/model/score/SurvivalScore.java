package org.vigie.model.score;

/**
 * Holds an assessment with the name, version and digest of its model. Not for diagnosis.
 *
 * @param explanation {@link SurvivalExplanation#NONE} when it was not requested
 * @param model name of the model
 * @param modelVersion version of the model
 * @param modelDigest SHA-256 of its files, hexadecimal; empty when the server does not report it
 */
public record SurvivalScore(
        SurvivalAssessment assessment,
        SurvivalExplanation explanation,
        String model,
        String modelVersion,
        String modelDigest) {}
