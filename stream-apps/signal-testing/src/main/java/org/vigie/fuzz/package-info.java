/** Broken input for the tests of every reader: what was sent, changed at random, the same for the same seed. */
package org.vigie.fuzz;
