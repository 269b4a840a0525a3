/** The command {@code search}: tries settings by successive halving and logs each trial. */
package org.vigie.training.command.search;
