/**
 * Compares what the classes of a packed program name with what its class path holds.
 *
 * <p>Decided here: which names are missing. Not decided here: which class paths must be whole; the modules that pack a program say so.
 */
package org.vigie.testing.classpath;
