/**
 * Prepares stays for the imputation of hourly cells: the grid, the scaling, the inputs of a network, and the error on hidden cells.
 *
 * <p>Not decided here: the network; see {@code org.vigie.training.learn.attention}.
 */
package org.vigie.training.imputation;
