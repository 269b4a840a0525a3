/**
 * Chooses the followed source of a variable when a bed has several, such as respiration by CO2 and by impedance, two temperatures or two
 * oximeters.
 *
 * <p>Tile, alarms, scores and windows use the followed source only. The bed's page shows the others. The order of preference is data:
 * {@code channels.csv}. Not decided here: whether a reading is plausible ({@code org.vigie.signal.clean}).
 */
@NullMarked
package org.vigie.signal.channel;

import org.jspecify.annotations.NullMarked;
