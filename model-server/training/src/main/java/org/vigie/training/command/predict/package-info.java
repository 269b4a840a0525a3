/** The command {@code predict}: writes one prediction per stay of a cohort. */
package org.vigie.training.command.predict;
