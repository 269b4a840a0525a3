/** Runs the programs that tests need, and ends them. */
package org.vigie.testing.process;
