/** How often a test that waits for a state looks at it. */
package org.vigie.testing.polling;
