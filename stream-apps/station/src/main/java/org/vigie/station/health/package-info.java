/** Judges whether the screen can be trusted: stale values, silent readers, clock offsets, rejected readings, readings per sender. */
package org.vigie.station.health;
