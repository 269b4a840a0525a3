/** The commands {@code ./vigie recipe}: check a recipe, list what depends on it, and trace a value back to its rows. */
package org.vigie.training.command.recipe;
