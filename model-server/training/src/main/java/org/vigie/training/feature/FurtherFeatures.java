package org.vigie.training.feature;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds columns to the features of whole stays. */
public interface FurtherFeatures {
    /** Returns one row for each stay, in their order; every row has the same length. NaN stands for an unknown number. */
    float[][] of(List<LabelledStay> stays);

    /** Returns a table with these columns beside the table's own. */
    default FeatureTable beside(FeatureTable table, List<LabelledStay> stays) {
        float[][] further = of(stays);
        NavigableMap<Integer, float[][]> rows = new TreeMap<>();
        table.rows().forEach((hours, own) -> rows.put(hours, joined(own, further)));
        return new FeatureTable(rows, table.died());
    }

    private static float[][] joined(float[][] own, float[][] further) {
        float[][] joined = new float[own.length][];
        for (int row = 0; row < own.length; row++) {
            joined[row] = new float[own[row].length + further[row].length];
            System.arraycopy(own[row], 0, joined[row], 0, own[row].length);
            System.arraycopy(further[row], 0, joined[row], own[row].length, further[row].length);
        }
        return joined;
    }
}
