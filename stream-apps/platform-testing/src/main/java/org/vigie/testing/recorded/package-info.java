/**
 * Gives tests the real recordings that are not in the repository.
 *
 * <p>Decided here: where the recordings lie, and that a test without them is skipped with a message. Not decided here: how they are read.
 */
package org.vigie.testing.recorded;
