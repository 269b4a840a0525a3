package org.vigie.inference.feature;

import java.util.List;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/**
 * Summarizes one series of a window. Over its measured hours: the last, lowest, highest and mean value, the slope per hour (least squares),
 * and log(1 + hours measured).
 */
final class SeriesFeatures {
    static final List<String> KINDS = List.of("last", "lowest", "highest", "mean", "slope", "count");

    private int count;
    private float first = Float.NaN;
    private float last = Float.NaN;
    private float lowest = Float.NaN;
    private float highest = Float.NaN;
    private double sum;
    private double hours;
    private double hoursSquared;
    private double hoursTimesValues;

    private SeriesFeatures() {}

    static SeriesFeatures of(ScoreRequest window, int series) {
        SeriesFeatures features = new SeriesFeatures();
        for (int row = 0; row < HourlyGrid.HOURS; row++) {
            int cell = row * HourlyGrid.SERIES + series;
            if (window.measured()[cell] > 0) {
                features.add(row, window.values()[cell]);
            }
        }
        return features;
    }

    void write(float[] features, int at) {
        features[at] = last;
        features[at + 1] = lowest;
        features[at + 2] = highest;
        features[at + 3] = mean();
        features[at + 4] = slope();
        features[at + 5] = (float) Math.log1p(count);
    }

    float first() {
        return first;
    }

    float last() {
        return last;
    }

    float lowest() {
        return lowest;
    }

    float highest() {
        return highest;
    }

    int count() {
        return count;
    }

    /** Returns the sum of the hourly values; NaN when there is none. */
    float sum() {
        return count == 0 ? Float.NaN : (float) sum;
    }

    private void add(int row, float value) {
        first = count == 0 ? value : first;
        lowest = count == 0 ? value : Math.min(lowest, value);
        highest = count == 0 ? value : Math.max(highest, value);
        last = value;
        count++;
        sum += value;
        hours += row;
        hoursSquared += (double) row * row;
        hoursTimesValues += (double) row * value;
    }

    private float mean() {
        return count == 0 ? Float.NaN : (float) (sum / count);
    }

    private float slope() {
        double spread = hoursSquared - hours * hours / count;
        return count < 2 ? Float.NaN : (float) ((hoursTimesValues - hours * sum / count) / spread);
    }
}
