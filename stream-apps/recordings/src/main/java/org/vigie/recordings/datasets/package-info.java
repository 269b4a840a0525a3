/**
 * Reads published data sets in their own formats: BIDMC, PhysioNet-2012, PhysioNet-2019 and the MIMIC-IV demo. Decided here: which columns
 * and items are played, and under which variable. Not decided here: whether a value is plausible.
 */
package org.vigie.recordings.datasets;
