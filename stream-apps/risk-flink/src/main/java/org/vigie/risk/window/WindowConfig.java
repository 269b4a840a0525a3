package org.vigie.risk.window;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import org.vigie.model.recipe.RecipeFile;
import org.vigie.signal.impute.WindowImputer;

/**
 * Configures the step window, in event time.
 *
 * @param every shortest interval between two windows of a stay
 * @param outOfOrderness how far a reading may be behind the newest one before event time advances without it
 * @param idleAfter silence of a partition, by the wall clock, after which it no longer delays event time
 * @param forgetAfter time after its last reading at which an ended or provisional stay is deleted
 * @param recipe file of the recipe of the served model; empty for that of the models that ship
 */
public record WindowConfig(
        Duration every, Duration outOfOrderness, Duration idleAfter, Duration forgetAfter, String recipe)
        implements Serializable {
    public WindowConfig {
        recipe = recipe == null ? "" : recipe;
        positive("every", every);
        positive("outOfOrderness", outOfOrderness);
        positive("idleAfter", idleAfter);
        positive("forgetAfter", forgetAfter);
    }

    /** Creates a configuration with the recipe of the models that ship. */
    public WindowConfig(Duration every, Duration outOfOrderness, Duration idleAfter, Duration forgetAfter) {
        this(every, outOfOrderness, idleAfter, forgetAfter, "");
    }

    /**
     * Reads the recipe.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public WindowImputer windows() throws IOException {
        return recipe.isEmpty() ? WindowImputer.shipped() : new WindowImputer(new RecipeFile(Path.of(recipe)).read());
    }

    public static WindowConfig defaults() {
        return new WindowConfig(
                Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofHours(24));
    }

    private static void positive(String key, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("window." + key + ": must be positive, was " + duration);
        }
    }
}
