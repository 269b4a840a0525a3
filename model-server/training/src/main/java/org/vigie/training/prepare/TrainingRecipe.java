package org.vigie.training.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.signal.impute.WindowImputer;

/**
 * Holds the recipe of a training as its file was when the training began. The file may change while that runs.
 *
 * @param windows prepares the windows
 * @param text of the file; empty for the recipe of the models that ship
 */
public record TrainingRecipe(WindowImputer windows, Optional<String> text) {
    /**
     * Reads the recipe.
     *
     * @param file empty for the recipe of the models that ship
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException naming the file and the line that is wrong
     */
    public static TrainingRecipe read(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new TrainingRecipe(WindowImputer.shipped(), Optional.empty());
        }
        RecipeFile source = new RecipeFile(file.get());
        String text = source.text();
        return new TrainingRecipe(new WindowImputer(source.parsed(text)), Optional.of(text));
    }

    /** Writes the recipe into the folder of the model, which must exist. Without one, that of an earlier training is removed. */
    public void write(Path folder) throws IOException {
        Path file = folder.resolve(RecipeFile.NAME);
        if (text.isPresent()) {
            Files.writeString(file, text.get());
        } else {
            Files.deleteIfExists(file);
        }
    }
}
