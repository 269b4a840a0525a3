/** Runs a store that tests need as a process of its own. */
package org.vigie.testing.store;
