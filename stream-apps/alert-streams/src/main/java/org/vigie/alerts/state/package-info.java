/**
 * Keeps the state of each stay, and the output of each record for some minutes.
 *
 * <p>Decided here: the order in which state and output are stored. Not decided here: what changes them.
 */
@NullMarked
package org.vigie.alerts.state;

import org.jspecify.annotations.NullMarked;
