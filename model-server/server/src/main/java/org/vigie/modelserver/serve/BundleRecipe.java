package org.vigie.modelserver.serve;

import java.io.IOException;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.signal.impute.PreparationRecipe;

/** Reads the recipe of a bundle. A bundle without one was trained with the recipe of the models that ship. */
final class BundleRecipe {
    private BundleRecipe() {}

    /**
     * Returns the recipe.
     *
     * @throws ModelException DAMAGED_BUNDLE, with the fault of the recipe
     */
    static PreparationRecipe of(ModelBundle bundle) {
        try {
            return RecipeFile.imputerOf(bundle.directory()).recipe();
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(
                    ModelException.ModelErrorCode.DAMAGED_BUNDLE, bundle.directory() + ": " + e.getMessage(), e);
        }
    }
}
