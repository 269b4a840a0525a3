package org.vigie.signal.impute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Says how the hours of a stay become the inputs of a model: which series are used, their units, ranges and hourly values, which series
 * replaces another, how long a value is carried, and which numbers the model receives. Live windows and training use the same recipe.
 *
 * @param name of the recipe
 * @param revision number that its author raises with each change
 * @param series one rule for each column of a window
 * @param ages whether the model receives the hours since each measurement; without them they are 0
 * @param training how the stays that the model learns from differ from live windows
 */
public record PreparationRecipe(
        String name, int revision, List<SeriesRecipe> series, boolean ages, TrainingPreparation training) {
    /** The recipe of the models that ship. */
    public static final PreparationRecipe SHIPPED =
            new PreparationRecipe("shipped", 1, shippedSeries(), true, TrainingPreparation.AS_LIVE);

    public PreparationRecipe {
        series = List.copyOf(series);
        if (series.size() != VariableCatalogue.standard().series().size()) {
            throw new IllegalArgumentException("recipe: must have a rule for each series, had " + series.size());
        }
    }

    /** Returns the rule of each series as every shipped model expects it. */
    static SeriesRecipe shippedRule(Variable variable) {
        return new SeriesRecipe(
                variable.name(),
                true,
                variable.unit(),
                UnitConversion.IDENTITY,
                ValueRange.UNBOUNDED,
                variable.name().equals(VariableNames.URINE) ? HourlyValue.SUM : HourlyValue.MEAN,
                SeriesRecipe.NONE,
                SeriesRecipe.WITHOUT_END);
    }

    private static List<SeriesRecipe> shippedSeries() {
        return VariableCatalogue.standard().series().stream()
                .map(PreparationRecipe::shippedRule)
                .toList();
    }

    /** Returns the SHA-256 of the rules, hexadecimal. The name, the revision and comments of a file do not count. */
    public String digest() {
        String windows =
                series.stream().map(SeriesRecipe::canonical).collect(Collectors.joining("\n", "", "\n" + ages));
        String rules = training.equals(TrainingPreparation.AS_LIVE) ? windows : windows + "\n" + training.canonical();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }

    /** Returns the SHA-256 of the rules of live windows alone. Recipes that differ only in their training have the same one. */
    public String windowDigest() {
        return new PreparationRecipe(name, revision, series, ages, TrainingPreparation.AS_LIVE).digest();
    }

    /** Lists the variables whose rules differ from those of another recipe. */
    public List<String> differences(PreparationRecipe other) {
        return IntStream.range(0, series.size())
                .filter(place -> !series.get(place).equals(other.series.get(place)))
                .mapToObj(place -> series.get(place).variable())
                .toList();
    }
}
