package org.vigie.modelserver.serve;

import org.vigie.model.protocol.InferRequest;

/**
 * Refuses windows that were prepared by another recipe than the windows that a model was trained on. Their numbers have the same shape, but
 * another meaning.
 *
 * @param model name and version, for the message
 * @param recipe digest of the model's recipe; empty when it has none
 * @param remedy what to do when a window was prepared by another one
 */
record RecipeCheck(String model, String recipe, String remedy) {
    private static final int SHOWN = 12;

    /** Checks the windows of a survival model. */
    static RecipeCheck ofSurvivalModel(String model, String recipe) {
        return new RecipeCheck(model, recipe, "set window.recipe of risk-flink to the recipe.yaml of the model");
    }

    /** Checks the windows of an imputer. */
    static RecipeCheck ofImputer(String model, String recipe) {
        return new RecipeCheck(
                model, recipe, "serve an imputer of this window.recipe, or leave impute.model of risk-flink empty");
    }

    /** @throws ServingException INVALID, with both digests; never for a client that does not say its recipe */
    void check(InferRequest request) {
        String prepared = request.recipe();
        if (!prepared.isEmpty() && !recipe.isEmpty() && !prepared.equals(recipe)) {
            throw new ServingException(
                    ServingException.ServingErrorCode.INVALID,
                    "recipe: the window was prepared by " + shown(prepared) + ", " + model + " was trained with "
                            + shown(recipe) + "; " + remedy);
        }
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
