/**
 * Plays a recording to one bed of a running ward.
 *
 * <p>Decided here: when a row is sent, and under which stay. Not decided here: how a file is read, see the package above.
 */
package org.vigie.gateway.play;
