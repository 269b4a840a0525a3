/**
 * Describes explanations in words: the inputs that contributed most, with their measured values.
 *
 * <p>Not decided here: the contributions, which the inference engine computes.
 */
package org.vigie.training.explain;
