/**
 * Which source of a variable is followed where a bed has several (respiration by CO2 and by impedance, two temperatures, two oximeters):
 * the tile, the alarms, the scores and the windows use the followed one alone, the others are shown on the bed's page. The order of
 * preference is data: {@code channels.csv}. Not decided here: whether a reading can be believed ({@code org.vigie.signal.clean}).
 */
@NullMarked
package org.vigie.signal.channel;

import org.jspecify.annotations.NullMarked;
