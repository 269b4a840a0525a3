/**
 * Reads state that an earlier release stored.
 *
 * <p>Not decided here: what the parts of the state mean. The tests of each app know their own format.
 */
package org.vigie.testing.state;
