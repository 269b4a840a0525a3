/** Certificates for tests of servers that speak TLS. */
package org.vigie.testing.tls;
