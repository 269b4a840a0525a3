/**
 * The model server: serves the bundles of a folder by the open inference protocol (KServe v2) over HTTP and gRPC.
 *
 * <p>Decided here: which parts run and on which ports. Not decided here: how a request is computed; see {@code serve}.
 */
package org.vigie.modelserver;
