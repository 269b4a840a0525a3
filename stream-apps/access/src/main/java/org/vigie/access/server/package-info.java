/**
 * Decides the requests that programs send to the servers beside the station: the FHIR endpoint, the model server, the schema registry.
 *
 * <p>Decided here: which program an API token stands for, and which routes need no token. Not decided here: what a role may do, which
 * {@link org.vigie.access.AccessPolicy} holds.
 */
package org.vigie.access.server;
