/**
 * Moves the time of tests.
 *
 * <p>Decided here: nothing but the present instant. Not decided here: what an app does with it.
 */
package org.vigie.testing.time;
