/**
 * Reads certificates and keys from PEM files for clients and servers.
 *
 * <p>Decided here: which files are accepted, and whom a client trusts. Not decided here: which connections speak TLS, and when a server
 * reads its files again.
 */
@NullMarked
package org.vigie.schemas.tls;

import org.jspecify.annotations.NullMarked;
