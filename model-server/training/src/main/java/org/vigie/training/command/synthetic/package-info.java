/** The commands {@code ./vigie synthesize} and {@code ./vigie evaluate synthetic}. */
package org.vigie.training.command.synthetic;
