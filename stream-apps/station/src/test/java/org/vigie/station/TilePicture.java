package org.vigie.station;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Holds the colours of a picture in 24 x 16 fields, each the mean of its pixels. Fonts of another machine move the edges of letters within a field; a bar
 * that is missing or has another colour changes whole rows of fields.
 */
record TilePicture(double[][] fields) {
    private static final int COLUMNS = 24;
    private static final int ROWS = 16;
    private static final int CHANNELS = 3;

    static TilePicture of(byte[] png) {
        try {
            return of(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TilePicture of(BufferedImage image) {
        double[][] fields = new double[COLUMNS * ROWS][CHANNELS];
        int[] pixels = new int[COLUMNS * ROWS];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int field = y * ROWS / image.getHeight() * COLUMNS + x * COLUMNS / image.getWidth();
                add(fields[field], image.getRGB(x, y));
                pixels[field]++;
            }
        }
        for (int field = 0; field < fields.length; field++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                fields[field][channel] /= Math.max(1, pixels[field]);
            }
        }
        return new TilePicture(fields);
    }

    private static void add(double[] field, int rgb) {
        field[0] += rgb >> 16 & 0xff;
        field[1] += rgb >> 8 & 0xff;
        field[2] += rgb & 0xff;
    }

    /** Returns the mean difference of the fields, from 0 to 255: each counts with its most different colour channel. */
    double differenceFrom(TilePicture other) {
        double sum = 0;
        for (int field = 0; field < fields.length; field++) {
            double most = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                most = Math.max(most, Math.abs(fields[field][channel] - other.fields[field][channel]));
            }
            sum += most;
        }
        return sum / fields.length;
    }
}
