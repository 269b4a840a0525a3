package org.vigie.bench.artefacts;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Describes how far the arterial pressures move together over a time: mean squares and mean product, in mmHg². */
record LineVariation(double systolic, double diastolic, double both) {
    private static final int STEP = 60;

    /** Measures the variation in recordings over a number of rows. */
    static LineVariation over(int rows, List<SignalGrid> lines) {
        List<LineMovement> moved = lines.stream()
                .flatMap(grid -> IntStream.iterate(
                                LineMovement.BEFORE, from -> from + rows < grid.rows(), from -> from + STEP)
                        .mapToObj(from -> LineMovement.of(grid, from, from + rows)))
                .filter(LineMovement::isKnown)
                .toList();
        return new LineVariation(
                mean(moved, each -> each.systolic() * each.systolic()),
                mean(moved, each -> each.diastolic() * each.diastolic()),
                mean(moved, each -> each.systolic() * each.diastolic()));
    }

    private static double mean(List<LineMovement> moved, ToDoubleFunction<LineMovement> square) {
        return moved.stream().mapToDouble(square).average().orElse(Double.NaN);
    }

    /** Returns the logarithm of the likelihood ratio of a common shift, when the variation is normal. */
    double evidence(LineMovement moved, double shift) {
        double determinant = systolic * diastolic - both * both;
        double ofSystolic = (diastolic - both) * (moved.systolic() - shift / 2);
        double ofDiastolic = (systolic - both) * (moved.diastolic() - shift / 2);
        return shift * (ofSystolic + ofDiastolic) / determinant;
    }
}
