/**
 * Lets a server speak TLS with a certificate from files.
 *
 * <p>Decided here: how the files are read, when they are read again, and when their expiry is reported. Not decided here: which server
 * speaks TLS, and who may connect.
 */
@NullMarked
package org.vigie.platform.tls;

import org.jspecify.annotations.NullMarked;
