package org.vigie.modelserver.serve;

import java.io.IOException;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.model.recipe.RecipeFile;

/** Reads the recipe of a bundle. A bundle without one was trained with the recipe of the models that ship. */
final class BundleRecipe {
    private BundleRecipe() {}

    /**
     * Returns the digest of the rules of live windows.
     *
     * @throws ModelException DAMAGED_BUNDLE, with the fault of the recipe
     */
    static String digest(ModelBundle bundle) {
        try {
            return RecipeFile.imputerOf(bundle.directory()).recipe().windowDigest();
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(
                    ModelException.ModelErrorCode.DAMAGED_BUNDLE, bundle.directory() + ": " + e.getMessage(), e);
        }
    }
}
