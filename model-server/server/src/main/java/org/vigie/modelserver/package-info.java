/**
 * The model server: the bundles of a folder, behind the open inference protocol (KServe v2) over HTTP and gRPC. Decided here: what runs and on
 * which ports. Not decided here: how a request is answered; see {@code serve}.
 */
package org.vigie.modelserver;
