/**
 * Trains a generative adversarial network that makes hourly stays: scaling by quantiles, generator, critic, gradient penalty, training.
 *
 * <p>Not decided here: what the stays are worth and what they reveal; see {@code org.vigie.training.synthetic}.
 */
package org.vigie.training.learn.adversarial;
