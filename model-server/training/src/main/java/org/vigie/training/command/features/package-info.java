/** Measures what further features add to boosted trees: the command {@code ./vigie evaluate features}. */
package org.vigie.training.command.features;
