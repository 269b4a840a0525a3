package org.vigie.training.command.recipe;

import org.vigie.training.command.features.RecipeCompareCommand;
import picocli.CommandLine.Command;

/** Groups the subcommands of {@code ./vigie recipe}. */
@Command(
        name = "recipe",
        subcommands = {
            RecipeCheckCommand.class,
            RecipeCompareCommand.class,
            RecipeLineageCommand.class,
            RecipeRowsCommand.class
        },
        description = "Checks recipes: how the hours of a stay become the inputs of a model (docs/models/recipes.md).")
public final class RecipeCommand {}
