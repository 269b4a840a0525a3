/** Tests the archive as its user unpacks and starts it. */
package org.vigie.dist;
