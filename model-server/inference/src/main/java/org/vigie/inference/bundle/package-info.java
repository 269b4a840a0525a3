/**
 * Models on disk: {@code <models>/<name>/<version>/} with {@code saved_model.pb} and {@code model-card.json}.
 *
 * <p>Decided here: the content of a card; a bundle whose digest differs from its card is refused. Not decided here: how a model runs.
 */
package org.vigie.inference.bundle;
