package org.vigie.modelserver.serve;

import org.vigie.model.protocol.InferRequest;

/**
 * Refuses windows that were prepared by another recipe than the windows that a model was trained on. Their numbers have the same shape, but
 * another meaning.
 *
 * @param model name and version, for the message
 * @param recipe digest of the model's recipe; empty when it has none
 */
record RecipeCheck(String model, String recipe) {
    private static final int SHOWN = 12;

    /** @throws ServingException INVALID, with both digests; never for a client that does not say its recipe */
    void check(InferRequest request) {
        String prepared = request.recipe();
        if (!prepared.isEmpty() && !recipe.isEmpty() && !prepared.equals(recipe)) {
            throw new ServingException(
                    ServingException.ServingErrorCode.INVALID,
                    "recipe: the window was prepared by " + shown(prepared) + ", " + model + " was trained with "
                            + shown(recipe) + "; set window.recipe of risk-flink to the recipe.yaml of the model");
        }
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
