/**
 * Assesses how much attention a patient of an intensive-care or step-down unit needs, with reasons.
 *
 * <p>Decided here: the level, from open alarms, organ support, SOFA-2 and NEWS2. Not decided here: alarms and who is notified; see {@code
 * org.vigie.signal.alarm}. A predicted risk is no input. The rules are data: {@code attention.csv}.
 */
@NullMarked
package org.vigie.signal.attention;

import org.jspecify.annotations.NullMarked;
