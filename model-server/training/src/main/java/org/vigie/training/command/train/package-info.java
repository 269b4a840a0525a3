/** The command {@code train}: cross-validates, calibrates, checks the gate and writes a model bundle with its card. */
package org.vigie.training.command.train;
