package org.vigie.inference.ensemble;

import java.nio.file.Path;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.vigie.inference.bundle.ModelException;

/** Holds boosted trees that were read from a file. Safe for many threads. */
final class LoadedTrees implements AutoCloseable {
    private static final int ALL = 0;

    private final Booster booster;

    private LoadedTrees(Booster booster) {
        this.booster = booster;
    }

    static LoadedTrees open(Path file, int threads) {
        try {
            Booster booster = XGBoost.loadModel(file.toString());
            booster.setParam("nthread", threads);
            return new LoadedTrees(booster);
        } catch (XGBoostError e) {
            throw failed(file.toString(), e);
        }
    }

    /** Returns the log odds of each row of features. */
    float[] logits(float[][] rows) {
        return ask(rows, matrix -> column(booster.predict(matrix, true)));
    }

    /** Returns the SHAP values of each row: a contribution for each feature, and last the mean of all rows. */
    float[][] contributions(float[][] rows) {
        return ask(rows, matrix -> booster.predictContrib(matrix, ALL));
    }

    @Override
    public void close() {
        booster.dispose();
    }

    /** Computes one answer of a booster from a matrix of features. */
    private interface BoosterFunction<T> {
        T ask(DMatrix matrix) throws XGBoostError;
    }

    private static <T> T ask(float[][] rows, BoosterFunction<T> function) {
        DMatrix matrix = null;
        try {
            matrix = matrix(rows);
            return function.ask(matrix);
        } catch (XGBoostError e) {
            throw failed("boosted trees", e);
        } finally {
            if (matrix != null) {
                matrix.dispose();
            }
        }
    }

    private static DMatrix matrix(float[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] cells = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, cells, row * columns, columns);
        }
        return new DMatrix(cells, rows.length, columns, Float.NaN);
    }

    private static float[] column(float[][] rows) {
        float[] column = new float[rows.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = rows[row][0];
        }
        return column;
    }

    private static ModelException failed(String what, XGBoostError e) {
        return new ModelException(ModelException.ModelErrorCode.ENGINE_FAILED, what + ": " + e.getMessage(), e);
    }
}
