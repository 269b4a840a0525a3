/**
 * Asks a bundle on disk, through the serving engine, about recorded stays. Decided here: how windows are batched, and that the answers are
 * the card's outputs by their names. Not decided here: what a window holds; see {@code feature}.
 */
package org.vigie.training.predict;
