/**
 * Checks what deploys Vigie elsewhere: the compose file, the Helm chart and the alert rules.
 *
 * <p>Decided here: whether a file is valid, and whether each variable, topic and metric in it exists in the code. Not decided here: how a
 * cluster carries it out.
 */
package org.vigie.manifests;
