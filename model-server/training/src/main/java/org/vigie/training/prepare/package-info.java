/**
 * Prepares the stays that a model learns from where a recipe asks for more than live windows have.
 *
 * <p>Not decided here: how the stays are prepared on which a model is tested. They are prepared as live windows.
 */
package org.vigie.training.prepare;
