/**
 * Flink's web port when Flink runs in this JVM.
 *
 * <p>Decided here: it shows the job and takes no order, and it answers no foreign page. Not decided here: the web port of a Flink
 * cluster, which its operator sets up; see {@code docs/local-ports.md}.
 */
package org.vigie.risk.web;
