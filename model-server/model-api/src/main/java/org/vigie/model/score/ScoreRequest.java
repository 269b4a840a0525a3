package org.vigie.model.score;

import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.impute.FilledWindow;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Holds one window as the input of a model, in physical units. The first three arrays are row-major [48][37]: cell = row * 37 + series; the
 * last row is the newest hour.
 *
 * @param values in the unit of each series, every cell filled
 * @param measured 1 where the cell was measured in that very hour, else 0
 * @param ages hours since the series was last measured; 48 when never
 * @param statics as {@link StaticFeatures#encode()} gives them
 * @param recipe digest of the recipe that prepared the window; empty when not known
 */
public record ScoreRequest(float[] values, float[] measured, float[] ages, float[] statics, String recipe) {
    /** Cells of a window: 48 hours x 37 series. */
    public static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;
    /** Numbers about the patient. */
    public static final int STATICS = StaticFeatures.NAMES.size();

    public ScoreRequest {
        check("values", values, CELLS);
        check("measured", measured, CELLS);
        check("ages", ages, CELLS);
        check("statics", statics, STATICS);
    }

    /** Creates a request whose recipe is not known. */
    public ScoreRequest(float[] values, float[] measured, float[] ages, float[] statics) {
        this(values, measured, ages, statics, "");
    }

    /** Returns the same request with the digest of the recipe that prepared it. */
    public ScoreRequest preparedBy(String digest) {
        return new ScoreRequest(values, measured, ages, statics, digest);
    }

    public static ScoreRequest of(FilledWindow window, StaticFeatures staticFeatures) {
        return new ScoreRequest(window.values(), measured(window.cells()), window.ages(), staticFeatures.encode());
    }

    private static float[] measured(CellOrigin[] cells) {
        float[] measured = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            measured[cell] = cells[cell] == CellOrigin.MEASURED ? 1 : 0;
        }
        return measured;
    }

    private static void check(String name, float[] numbers, int length) {
        if (numbers.length != length) {
            throw new IllegalArgumentException(name + ": must hold " + length + " numbers, held " + numbers.length);
        }
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException(name + ": must be finite, held " + number);
            }
        }
    }

    /** Hours since the first measured cell of the window, including the hour in progress; 0 when no cell was measured. */
    public int hoursSeen() {
        for (int cell = 0; cell < CELLS; cell++) {
            if (measured[cell] > 0) {
                return HourlyGrid.HOURS - cell / HourlyGrid.SERIES;
            }
        }
        return 0;
    }
}
