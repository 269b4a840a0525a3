package org.vigie.triage.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Trains boosted trees that give a visit a score near the number of its level, 1 to 5.
 *
 * <p>Source: Chen T, Guestrin C. XGBoost: a scalable tree boosting system. KDD 2016.
 */
public final class TriageTrees implements AutoCloseable {
    private static final String FORMAT = "ubj";

    private final Booster booster;

    /** @param booster trained; it is disposed of with these trees */
    public TriageTrees(Booster booster) {
        this.booster = booster;
    }

    /** @throws IOException when the bytes hold no trees */
    public static TriageTrees of(byte[] bytes) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(bytes));
            booster.setParam("nthread", 1);
            return new TriageTrees(booster);
        } catch (XGBoostError e) {
            throw new IOException("no boosted trees: " + e.getMessage(), e);
        }
    }

    /** Writes the trees in XGBoost's UBJSON format. */
    public byte[] bytes() {
        try {
            return booster.toByteArray(FORMAT);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** Returns a score for each row. XGBoost's boosters are not safe for several threads, so that calls wait for each other. */
    public synchronized double[] scores(float[][] rows) {
        try {
            return rows.length == 0 ? new double[0] : predicted(rows);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    private double[] predicted(float[][] rows) throws XGBoostError {
        DMatrix matrix = matrix(rows);
        float[][] margins = booster.predict(matrix);
        matrix.dispose();
        return Arrays.stream(margins).mapToDouble(margin -> margin[0]).toArray();
    }

    @Override
    public void close() {
        booster.dispose();
    }

    /**
     * Copies rows into XGBoost's memory; the caller disposes of the matrix.
     *
     * @param rows at least one, all of the same width; NaN is a missing value
     */
    public static DMatrix matrix(float[][] rows) throws XGBoostError {
        int columns = rows[0].length;
        float[] cells = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, cells, row * columns, columns);
        }
        return new DMatrix(cells, rows.length, columns, Float.NaN);
    }

    /** Turns an error of the native library into an unchecked exception. */
    public static IllegalStateException failed(XGBoostError e) {
        return new IllegalStateException("boosted trees: " + e.getMessage(), e);
    }
}
