/**
 * Turns recordings into windows and features with the code of the live stream: {@code HourlyGrid}, {@code WindowImputer}, {@code
 * StaticFeatures}.
 *
 * <p>Not decided here: scaling, which is part of the model's graph.
 */
package org.vigie.training.feature;
