/**
 * The ward as the station knows it, in memory: pure, no I/O, no clock of its own.
 *
 * <p>Decided here: which value is the newest, when a number is too old to be shown, who lies on a bed, what a trend holds. Records
 * named {@code ...Picture} are what travels to the page as JSON; a component that is {@code null} is absent there.
 */
package org.vigie.station.ward;
