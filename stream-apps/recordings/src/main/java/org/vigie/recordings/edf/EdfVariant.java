package org.vigie.recordings.edf;

import org.vigie.recordings.MalformedRecordingFile;

/**
 * Lists the variants of the format: EDF, EDF+ and BDF.
 *
 * @param name {@code EDF+C}, {@code EDF+D}, {@code BDF+C} or {@code BDF+D}; other texts stand for a file without annotations
 * @param sampleBytes bytes of one sample: 3 in BDF, else 2
 */
record EdfVariant(String name, int sampleBytes) {
    /** @throws MalformedRecordingFile when the file does not begin as EDF or BDF do */
    static EdfVariant read(EdfFieldReader fields) throws MalformedRecordingFile {
        boolean isWhole = fields.length() >= EdfHeader.FIXED_BYTES;
        boolean isBdf = isWhole && fields.text(0, 8).equals("\u00ffBIOSEMI");
        boolean isEdf = isWhole && fields.text(0, 8).strip().equals("0");
        if (!isBdf && !isEdf) {
            throw fields.malformed("no EDF header");
        }
        return new EdfVariant(fields.text(192, 5), isBdf ? 3 : 2);
    }

    /** Returns true when signals may carry annotations. An empty unit then means that a signal is uncalibrated. */
    boolean isPlus() {
        return name.startsWith("EDF+") || name.startsWith("BDF+");
    }

    /** Returns true when there may be gaps between the data records. */
    boolean isDiscontinuous() {
        return name.equals("EDF+D") || name.equals("BDF+D");
    }

    /** Returns the name that the standard gives to the signal with the annotations. */
    String annotationsName() {
        return name.substring(0, 3) + " Annotations";
    }
}
