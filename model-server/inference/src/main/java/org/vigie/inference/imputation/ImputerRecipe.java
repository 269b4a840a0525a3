package org.vigie.inference.imputation;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.SeriesRecipe;

/** Holds the rules of the windows that an imputer learnt from: those of {@code recipe.yaml} in its folder, else those of the models that ship. */
public record ImputerRecipe(PreparationRecipe rules) {
    private static final int SHOWN = 12;

    /** @throws IOException when the recipe is wrong, or is not the one whose digest the card holds */
    static ImputerRecipe read(Path folder, ImputerCard card) throws IOException {
        PreparationRecipe rules;
        try {
            rules = RecipeFile.imputerOf(folder).recipe();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!rules.windowDigest().equals(card.recipe())) {
            throw new IOException(folder.resolve(RecipeFile.NAME) + ": must hold the rules " + shown(card.recipe())
                    + " that the card of the imputer names, was " + shown(rules.windowDigest()));
        }
        return new ImputerRecipe(rules);
    }

    /**
     * Refuses windows of other rules. Their numbers have the same shape, but another meaning.
     *
     * @param key setting that names the imputer, for the message
     * @param remedy what to do, for the message
     * @throws IllegalArgumentException with both digests
     */
    public void check(String key, PreparationRecipe windows, String remedy) {
        if (!rules.windowDigest().equals(windows.windowDigest())) {
            throw new IllegalArgumentException(
                    key + ": the imputer learnt from windows of the rules " + shown(rules.windowDigest())
                            + ", these windows have " + shown(windows.windowDigest()) + "; " + remedy);
        }
    }

    /** Returns true when a series may have estimates. An hour of urine may not: it can be a sum in a window and a mean in an imputer. */
    boolean estimates(int series) {
        SeriesRecipe rule = rules.series().get(series);
        return rule.selected() && !rule.variable().equals(VariableNames.URINE);
    }

    /** Returns the possible values of a series, in the unit of the recipe. */
    ValueRange possible(int series) {
        return rules.series().get(series).possible();
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
