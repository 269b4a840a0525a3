/** Produces broken input for the tests of every reader: valid input with random changes that depend only on the seed. */
package org.vigie.testing.fuzz;
