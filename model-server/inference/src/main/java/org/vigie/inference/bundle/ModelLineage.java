package org.vigie.inference.bundle;

import java.util.List;

/**
 * Tells from which rows and by which recipe a model was trained. Cards of earlier releases do not say it.
 *
 * @param recipe name of the recipe; empty when not known
 * @param revision of the recipe
 * @param recipeDigest SHA-256 of the rules, hexadecimal
 * @param imputerDigest SHA-256 of the imputer that estimated empty hours of the stays that the model learnt from; empty without one
 * @param cleaning revision of the rules that cleaned the stays; 0 when not known
 * @param cohorts sets that the model learnt from
 */
public record ModelLineage(
        String recipe,
        int revision,
        String recipeDigest,
        String imputerDigest,
        int cleaning,
        List<CohortLineage> cohorts) {
    /** The lineage is not known. */
    public static final ModelLineage NONE = new ModelLineage("", 0, "", "", 0, List.of());

    public ModelLineage {
        imputerDigest = imputerDigest == null ? "" : imputerDigest;
        cohorts = List.copyOf(cohorts);
    }

    /** Returns whether the card says it. */
    public boolean hasRecipe() {
        return !recipe.isEmpty();
    }

    /**
     * Describes a set that the model learnt from.
     *
     * @param digest SHA-256 over the files of its stays and of its outcomes, hexadecimal
     * @param measurements values that the cleaning kept
     */
    public record CohortLineage(String name, String digest, int stays, long measurements) {}
}
