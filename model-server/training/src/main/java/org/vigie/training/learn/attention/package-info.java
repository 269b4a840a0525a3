/**
 * Trains networks with attention that impute hourly cells: layers, network, training on hidden cells, and the saved model.
 *
 * <p>Not decided here: the inputs and the error; see {@code org.vigie.training.imputation}.
 */
package org.vigie.training.learn.attention;
