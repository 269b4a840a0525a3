package org.vigie.triage.learn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Boosted trees that give a visit a score: about the number of its level, 1 to 5. The same sample, settings and seed give the same trees.
 *
 * <p>Source: Chen T, Guestrin C. XGBoost: a scalable tree boosting system. KDD 2016.
 */
public final class TriageTrees implements AutoCloseable {
    private static final String FORMAT = "ubj";

    private final Booster booster;

    private TriageTrees(Booster booster) {
        this.booster = booster;
    }

    public static TriageTrees grow(TriageTreesConfig config, TriageSample sample, long seed) {
        TriageSample learnt = sample.withGaps(seed);
        float[] levels = new float[learnt.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = learnt.levels()[i];
        }
        try {
            DMatrix matrix = matrix(learnt.rows());
            matrix.setLabel(levels);
            Booster booster = XGBoost.train(matrix, config.parameters(seed), config.rounds(), Map.of(), null, null);
            matrix.dispose();
            return new TriageTrees(booster);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** @throws IOException when they are no trees */
    public static TriageTrees of(byte[] bytes) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(new ByteArrayInputStream(bytes));
            booster.setParam("nthread", 1);
            return new TriageTrees(booster);
        } catch (XGBoostError e) {
            throw new IOException("no boosted trees: " + e.getMessage(), e);
        }
    }

    public byte[] bytes() {
        try {
            return booster.toByteArray(FORMAT);
        } catch (XGBoostError e) {
            throw failed(e);
        }
    }

    /** One for each row. For one thread at a time. */
    public synchronized double[] scores(float[][] rows) {
        if (rows.length == 0) {
            return new double[0];
        }
        try {
            DMatrix matrix = matrix(rows);
            float[][] margins = booster.predict(matrix);
            matrix.dispose();
            double[] scores = new double[margins.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = margins[i][0];
            }
            return scores;
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
