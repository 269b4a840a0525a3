/**
 * Predicts recorded stays with a bundle on disk, through the inference engine.
 *
 * <p>Decided here: how windows are batched. Not decided here: the content of a window; see {@code feature}.
 */
package org.vigie.training.predict;
