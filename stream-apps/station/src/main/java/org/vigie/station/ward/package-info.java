/**
 * Holds the beds of the ward in memory, without I/O and without a clock of its own.
 *
 * <p>Decided here: who lies in a bed, in which order beds are shown, which beds changed. {@code stay} decides which value is the newest,
 * {@code health} when a number is too old. Records named {@code ...Snapshot} travel to the page as JSON; a component that is {@code null}
 * is absent there.
 */
package org.vigie.station.ward;
