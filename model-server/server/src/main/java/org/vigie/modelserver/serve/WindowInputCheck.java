package org.vigie.modelserver.serve;

import java.util.List;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.SeriesRecipe;
import org.vigie.signal.window.HourlyGrid;

/**
 * Refuses windows with numbers that no window has: a measured value that its variable cannot have, a mask that is neither 0 nor 1, or an age
 * outside the window. A model computes a plausible probability from them. Values that were not measured are not checked.
 *
 * @param rules of the windows that the model learnt from
 */
public record WindowInputCheck(PreparationRecipe rules) {
    private static final String VALUES = "values";
    private static final String MEASURED = "measured";
    private static final String AGES = "ages";
    private static final ValueRange WITHIN_A_WINDOW = new ValueRange(0, HourlyGrid.HOURS);
    /** Means of an hour are rounded to 32 bits, and a retracted reading leaves a rest of its sum. */
    private static final double ROUNDING = 1e-4;

    /**
     * Checks the windows of a request.
     *
     * @param inputs of the shapes of the model
     * @throws ServingException INVALID, naming row, hour and series
     */
    public void check(List<FloatTensor> inputs) {
        for (FloatTensor input : inputs) {
            switch (input.name()) {
                case MEASURED -> checkMask(input);
                case AGES -> checkAges(input);
                case VALUES ->
                    inputs.stream()
                            .filter(mask -> mask.name().equals(MEASURED))
                            .forEach(mask -> checkMeasured(input, mask.data()));
                default -> {}
            }
        }
    }

    private void checkMask(FloatTensor mask) {
        for (int cell = 0; cell < mask.data().length; cell++) {
            if (mask.data()[cell] != 0 && mask.data()[cell] != 1) {
                throw invalid(mask, cell, "must be 0 or 1");
            }
        }
    }

    private void checkAges(FloatTensor ages) {
        for (int cell = 0; cell < ages.data().length; cell++) {
            if (!WITHIN_A_WINDOW.contains(ages.data()[cell])) {
                throw invalid(ages, cell, "must be 0 to " + HourlyGrid.HOURS);
            }
        }
    }

    private void checkMeasured(FloatTensor values, float... measured) {
        List<ValueRange> possible =
                rules.series().stream().map(SeriesRecipe::possible).toList();
        for (int cell = 0; cell < measured.length; cell++) {
            ValueRange range = possible.get(cell % HourlyGrid.SERIES);
            double value = values.data()[cell];
            if (measured[cell] == 1 && !isIn(range, value)) {
                throw invalid(values, cell, "must be within " + range + " where measured");
            }
        }
    }

    private static boolean isIn(ValueRange range, double value) {
        double rounding = ROUNDING * Math.max(1, Math.abs(value));
        return range.contains(value) || range.contains(value + rounding) || range.contains(value - rounding);
    }

    private ServingException invalid(FloatTensor tensor, int cell, String expected) {
        int row = cell / HourlyGrid.SERIES;
        return new ServingException(
                ServingException.ServingErrorCode.INVALID,
                "%s: row %d, hour %d, %s: %s, was %s"
                        .formatted(
                                tensor.name(),
                                row / HourlyGrid.HOURS,
                                row % HourlyGrid.HOURS,
                                rules.series().get(cell % HourlyGrid.SERIES).variable(),
                                expected,
                                tensor.data()[cell]));
    }
}
