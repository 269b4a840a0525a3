/**
 * Fills the empty cells of a window with the last value and its age, else with the normal value. Each cell is marked as measured, carried
 * or assumed.
 *
 * <p>The imputation is causal: a cell is filled from its own hour and earlier hours only.
 */
@NullMarked
package org.vigie.signal.impute;

import org.jspecify.annotations.NullMarked;
