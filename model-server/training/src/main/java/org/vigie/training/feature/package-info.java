/**
 * Recordings become windows by the very code that windows the live stream: {@code HourlyGrid}, {@code WindowImputer}, {@code StaticFeatures}. Scaling is
 * no matter here; it lies inside the model's graph.
 */
package org.vigie.training.feature;
