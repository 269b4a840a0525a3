/**
 * Extracts stays, measurements and outcomes with SQL from a warehouse into the cohort form that {@code ./vigie train} reads.
 *
 * <p>Decided here: which rows of a warehouse are a stay, a measurement or an outcome. Not decided here: which measurements are cleaned away
 * ({@code org.vigie.training.cohort}).
 */
package org.vigie.extraction;
