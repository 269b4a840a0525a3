/**
 * Says how the page asks that a result be computed again from its recorded inputs.
 *
 * <p>Decided here: what is asked and what the page is told. Not decided here: how it is computed; the replay does that, in a process that
 * has it.
 */
package org.vigie.station.passport;
