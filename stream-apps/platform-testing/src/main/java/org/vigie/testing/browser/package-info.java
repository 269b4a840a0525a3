/** Finds the browser of the tests. */
package org.vigie.testing.browser;
