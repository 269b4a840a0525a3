/**
 * A model as it lies on disk: {@code <models>/<name>/<version>/} with {@code saved_model.pb} and {@code model-card.json}. Decided here: what a
 * card says, and that a bundle whose digest is not its card's is refused. Not decided here: how it runs.
 */
package org.vigie.inference.bundle;
