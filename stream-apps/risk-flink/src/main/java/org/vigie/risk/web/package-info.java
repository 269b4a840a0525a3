/**
 * Protects Flink's web port when Flink runs in this JVM.
 *
 * <p>Decided here: the port shows the job, accepts no commands, and answers no foreign page. Not decided here: the web port of a Flink
 * cluster, which its operator configures; see {@code docs/local-ports.md}.
 */
package org.vigie.risk.web;
