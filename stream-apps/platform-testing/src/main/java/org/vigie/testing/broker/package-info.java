/** Starts the programs that integration tests need. */
package org.vigie.testing.broker;
