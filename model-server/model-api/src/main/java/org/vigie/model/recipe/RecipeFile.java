package org.vigie.model.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.RecipeFileParser;
import org.vigie.signal.impute.WindowImputer;

/** Reads a recipe from a file. A bundle holds the recipe of its model as {@value #NAME}. */
public record RecipeFile(Path file) {
    /** File name in a bundle. */
    public static final String NAME = "recipe.yaml";

    /**
     * Reads the recipe.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException naming the file and the line that is wrong
     */
    public PreparationRecipe read() throws IOException {
        return parsed(text());
    }

    /** Returns the text of the file. @throws IOException when it cannot be read */
    public String text() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such recipe; expected a YAML file (docs/models/recipes.md)");
        }
        return Files.readString(file);
    }

    /** Parses the text of the file. @throws IllegalArgumentException naming the file and the line that is wrong */
    public PreparationRecipe parsed(String text) {
        return new RecipeFileParser(file.toString(), text).parse();
    }

    /** Returns the imputer of the model in a bundle: that of its recipe, else that of the models that ship. */
    public static WindowImputer imputerOf(Path bundle) throws IOException {
        RecipeFile own = new RecipeFile(bundle.resolve(NAME));
        return Files.exists(own.file) ? new WindowImputer(own.read()) : WindowImputer.shipped();
    }
}
