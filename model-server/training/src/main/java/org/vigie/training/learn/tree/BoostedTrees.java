package org.vigie.training.learn.tree;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.vigie.training.feature.FeatureTable;

/**
 * Trains boosted trees on window features, for stays of any length, without calibration. The same seed and threads give the same trees.
 *
 * <p>Source: Chen T, Guestrin C. XGBoost: a scalable tree boosting system. KDD 2016.
 */
public final class BoostedTrees implements AutoCloseable {
    private final Booster booster;

    private BoostedTrees(Booster booster) {
        this.booster = booster;
    }

    /** Trains on each stay after each number of hours of the table; the last one counts as the whole stay. */
    public static BoostedTrees grow(BoostedTreesConfig config, FeatureTable table) {
        try {
            DMatrix matrix = labelled(table, (float) config.partial());
            Booster booster = XGBoost.train(matrix, config.parameters(), config.rounds(), Map.of(), null, null);
            matrix.dispose();
            return new BoostedTrees(booster);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private static DMatrix labelled(FeatureTable table, float partial) throws XGBoostError {
        int stays = table.died().length;
        float[][] rows = table.rows().values().stream().flatMap(Arrays::stream).toArray(float[][]::new);
        float[] labels = new float[rows.length];
        float[] weights = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            labels[row] = table.died()[row % stays] ? 1 : 0;
            weights[row] = row >= rows.length - stays ? 1 : partial;
        }
        DMatrix matrix = matrix(rows);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        return matrix;
    }

    /** Predicts log odds, one for each row. */
    public float[] logits(float[][] rows) {
        try {
            DMatrix matrix = matrix(rows);
            float[][] margins = booster.predict(matrix, true);
            matrix.dispose();
            return firstColumn(margins);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private static float[] firstColumn(float[][] margins) {
        float[] logits = new float[margins.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = margins[i][0];
        }
        return logits;
    }

    /** @param file whose ending names the format: {@code .ubj} */
    public void save(Path file) {
        try {
            booster.saveModel(file.toString());
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }

    private static DMatrix matrix(float[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] cells = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, cells, row * columns, columns);
        }
        return new DMatrix(cells, rows.length, columns, Float.NaN);
    }

    private static IllegalStateException failed(XGBoostError e) {
        return new IllegalStateException("boosted trees: " + e.getMessage(), e);
    }
}
