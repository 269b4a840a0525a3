package org.vigie.model.score;

/**
 * A model's answer to one window, and whose answer it is. Not for diagnosis.
 *
 * @param explanation {@link SurvivalExplanation#NONE} when it was not asked for
 * @param model its name
 * @param modelVersion its version
 * @param modelDigest SHA-256 of its files, hexadecimal; empty when the server does not say it
 */
public record SurvivalScore(
        SurvivalAssessment assessment,
        SurvivalExplanation explanation,
        String model,
        String modelVersion,
        String modelDigest) {}
